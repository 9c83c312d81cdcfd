import Dashboard
import Reports

/// The keys of the dashboard, in every format; docs/KEYS.md and the manual page are made from it.
struct KeySheet: Reportable {
    let sections = KeySection.all

    var json: JSONValue {
        let keys = sections.flatMap { section in
            section.entries.map { entry -> JSONValue in
                [
                    "part": .string(section.title), "keys": .string(entry.keys), "name": .string(entry.label),
                    "does": .string(entry.summary),
                ]
            }
        }
        return ["keys": .array(keys)]
    }

    var report: Report {
        Report(
            title: "Keys",
            lead: [
                "In the dashboard, ? lists those that work at the moment, and why one does not.",
                "A key that does nothing where it is pressed says so in a line above the last. Without a word do nothing: "
                    + "moving on from the first or the last row, editing at an end of a field, esc where nothing lies over the "
                    + "screen and there is nothing to go back to, and keys that a terminal sends as sequences nobody knows.",
            ],
            sections: sections.map { section in
                let cells = section.entries.map {
                    [ReportCell($0.keys), ReportCell($0.label), ReportCell($0.summary)]
                }
                return Report.Section(
                    section.title,
                    table: ReportTable([.words("key"), .words("name"), .words("what it does")], cells)
                )
            }
        )
    }

    var records: Records {
        Records(
            ["part", "keys", "name", "does"],
            sections.flatMap { section in
                section.entries.map {
                    [.text(section.title), .text($0.keys), .text($0.label), .text($0.summary)]
                }
            }
        )
    }
}
