public import JourneyModel
import Wording

extension ContactsResult: Reportable {
    public var json: JSONValue {
        [
            "inboundContacts": .integer(inboundContacts),
            "chases": .integer(chases),
            "repeats": .integer(repeats),
            "leaks": .integer(leaks),
            "inferred": JSONValue(inferred),
            "services": .array(
                services.map { row in
                    [
                        "service": .string(row.service),
                        "lostDigital": .integer(row.lostDigital),
                        "leaks": .integer(row.leaks),
                        "leakingPeople": .integer(row.leakingPeople),
                        "leakRate": JSONValue(row.leakRate),
                        "leakCost": .number(orNull: row.leakCost),
                    ]
                }
            ),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let table = ReportTable(
            [
                .words("service"), .figures("digital attempts lost"), .figures("phoned or came within a day"),
                .figures("share"), .figures("cost"),
            ],
            services.map {
                [
                    ReportCell($0.service), .count($0.lostDigital), .count($0.leaks), .rate($0.leakRate),
                    ReportCell($0.leakCost.map { NumberText.money($0, currency: nil) } ?? ""),
                ]
            }
        )
        return Report(
            title: "Avoidable contact",
            scope: receipt.scopeLine,
            figures: [.rate("Avoidable, as inferred from the events", inferred)],
            lead: [
                "\(NumberText.counted(inboundContacts, "inbound contact")): \(NumberText.count(chases)) chasing, "
                    + "\(NumberText.count(repeats)) repeated, \(NumberText.count(leaks)) after a lost digital attempt"
            ],
            sections: services.isEmpty ? [] : [Report.Section("From digital to assisted", table: table)],
            receipt: receipt.lines
        )
    }

    public var records: Records {
        Records(
            ["service", "lost_digital", "leaks"] + Records.measureHeader("leak_rate") + ["leak_cost"],
            services.map {
                [.text($0.service), .integer($0.lostDigital), .integer($0.leaks)] + Records.fields(of: $0.leakRate)
                    + [.number(orNone: $0.leakCost)]
            }
        )
    }
}
