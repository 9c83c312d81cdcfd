import Dashboard
import JourneyModel
import TOML

@testable import Commands

extension Target {
    static let settings = Target(
        name: "settings",
        seeds: texts(
            "theme = \"light\"\ncolor = \"never\"\nglyphs = \"ascii\"\nmouse = true\nstart = \"morning\"\nunit = \"case\"\n"
                + "zone = \"Europe/London\"\ndates = \"iso\"\nnumbers = \"point\"\n[targets]\ncompletion = 0.8\nleak = 1e-2\n"
                + "cost-per-transaction = 1.90\n[disclosure]\nthreshold = 10\nrounding = \"midpoint-6\"\nzero = \"shown\"\n",
            "zone = \"+25:99\"\ntargets = 3\n[disclosure]\nthreshold = -9223372036854775808\n[targets]\nleak = nan\n"
        )
    ) { bytes in
        let file = SettingsFile(String(decoding: bytes, as: UTF8.self), path: "config.toml")
        for warning in file.warnings { require((warning.line ?? 1) > 0, "a line that there is") }
        let settings = file.settings
        require(settings.over(Settings()) == settings && Settings().over(settings) == settings, "one layer is all")
        require((2...1000).contains(settings.disclosure.threshold), "a threshold that protects")
        _ = settings.goals
        _ = settings.wording(environment: [:])
    }

    static let views = Target(
        name: "views",
        seeds: texts(
            "# Mine.\n[[view]]\nname = \"a b\"\nscreen = \"funnel\"\nperiod = \"last quarter\"\nbefore = \"previous\"\n"
                + "where = [\"channel=web,app\"]\nsteps = [\"landing\", \"submit|send\", \"upload?\"]\nwithin = \"14d\"\n"
                + "by = \"person.age\"\nexclude = [\"x\"]\ngap = [\"2:1h..3d\"]\nall-services = true\n# Kept.\n",
            "[[view]]\nname = 'm'\nscreen = \"maturity\"\nstage = 3\nopen = [\"what if\", \"C1\"]\n\n[[view]]\nname = 'm'\n"
                + "[x]\ny = 1\n[[view]]\nname = '''\n[[view]]'''\nscreen = 'channels'\nevery = \"week\"\nunit = \"case\"\n"
        )
    ) { bytes in
        let text = ViewFileText(String(decoding: bytes, as: UTF8.self))
        let read = ViewFileReading(text, file: "views.toml")
        require(ViewFileText(text.text).text == text.text, "the text put together again")
        for warning in read.warnings { require((warning.line ?? 1) > 0, "a line that there is") }
        for view in read.views {
            // To keep a view that is there changes none, and to delete it takes away no other.
            let kept = ViewFileReading(text.keeping(view), file: "views.toml").views
            require(kept == read.views, "the same views")
            let left = ViewFileReading(text.without(view.name), file: "views.toml").views
            require(left.filter { $0.name != view.name } == read.views.filter { $0 != view }, "all others")
        }
    }
}
