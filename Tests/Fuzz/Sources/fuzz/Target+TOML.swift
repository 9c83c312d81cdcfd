import Canvas
import TOML

@testable import JourneyFormats

extension Target {
    static let toml = Target(
        name: "toml",
        seeds: texts(
            "a = 1\n[b.c]\nd = [1, 'x', \"\\u00e9\"]\n[[e]]\nf = {g = 1.5e3, h.i = true}\n",
            "a = '''\nx\n'''\nb = \"\"\"\\\n  y\"\"\"\nc = 1979-05-27T07:32:00.5Z\nd = 0xFF_FF\n# end"
        )
    ) { bytes in
        let table = try TOMLText.table(bytes: bytes)
        // What was read can be written and read again.
        for entry in table.entries {
            let again = try TOMLText.table("\(TOMLWriting.key(entry.key)) = \(TOMLWriting.quoted(entry.key))")
            require(again.entries.count == 1, "one key")
            require(again.entries[0].key.utf8.elementsEqual(entry.key.utf8), "the same key")
        }
    }

    static let mapping = Target(
        name: "mapping",
        seeds: texts(
            "rows = \"events\"\nunmapped = \"auto\"\ndrop = [\"x\"]\nencoding = \"latin1\"\ndelimiter = \";\"\n[columns]\n"
                + "person = \"u\"\ntime = \"t\"\nperson.age = \"a\"\n[set]\nchannel = \"web\"\n[times]\nzone = \"UTC\"\n"
                + "format = \"dd/MM/yyyy\"\n[values]\nmissing = [\"-\"]\n[roles]\nstart = [\"a\"]\n[roles.p]\nend = [\"b\"]\n"
                + "[channels]\ndigital = [\"web\"]\n"
        )
    ) { bytes in
        let mapping = try Mapping(toml: String(decoding: bytes, as: UTF8.self), name: "m.toml")
        _ = mapping.arguments
        require(
            try Mapping(toml: mapping.toml, name: "m.toml").toml == mapping.toml,
            "the mapping written and read again"
        )
    }

    static let declarations = Target(
        name: "declarations",
        seeds: texts(
            "[organisation]\nname = \"R\"\nzone = \"Europe/London\"\nfiscal-year = 4\n[channels]\nsms = { kind = \"digital\", "
                + "same = [\"SMS\"] }\n[touchpoints]\na = [\"A\"]\n[roles]\nstart = [\"a\"]\nsuccess = [\"granted\"]\n"
                + "[services.h]\nend = [\"c[channel=phone]|d\"]\nfunnel = { steps = [\"a\", \"c?\", \"d\"], within = \"28d\" }\n"
                + "goals = { completion = 0.7, cost = 4.5 }\n[phases]\nafter = [\"s\"]\n[[references]]\nmeasure = \"leak\"\n"
                + "value = 0.1\nwhose = \"w\"\ndate = 2025-01-01\n[[annotations]]\ndate = 2025-10-01\ntext = \"t\"\n"
                + "[[funnels]]\nname = \"f\"\nsteps = [\"a\", \"b\"]\n"
        )
    ) { bytes in
        do {
            let read = try DeclarationsFile(String(decoding: bytes, as: UTF8.self), name: "d.toml").declarations
            let again = try DeclarationsFile(read.toml, name: "d.toml").declarations
            require(again == read, "the declarations written and read again")
        } catch let problem as TextProblem {
            require(problem.line != nil || bytes.count > TOMLText.maxBytes, "file and line of what is wrong")
        }
    }

    static let theme = Target(
        name: "theme",
        seeds: texts(
            "name = \"x\"\nbase = \"dark\"\nforeground = \"#ffffff\"\nbackground = \"#000000\"\ncontrast = 4.5\n"
                + "paint-ground = true\n[palette]\nsky = \"#6cb6ff\"\n[roles]\naccent = \"sky on default bold\"\n"
        )
    ) { bytes in
        _ = ThemeCheck.problems(inText: String(decoding: bytes, as: UTF8.self), name: "x", file: "x.toml")
    }
}
