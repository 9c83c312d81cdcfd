public import JourneyModel
import Wording

extension ConsentResult: Reportable {
    public var json: JSONValue {
        [
            "coverage": JSONValue(coverage),
            "withdrawalsPer1000PersonMonths": .number(orNull: withdrawals?.perThousandMonths),
            "withdrawals": .integer(orNull: withdrawals?.count),
            "grantedPersonMonths": .number(orNull: withdrawals?.grantedMonths),
            "timeToEffect": .number(orNull: timeToEffect),
            "peopleBreached": .integer(peopleBreached),
            "breaches": .array(
                breaches.map { breach in
                    [
                        "purpose": .string(breach.purpose),
                        "channel": .string(orNull: breach.channel),
                        "contacts": .integer(breach.contacts),
                        "people": .integer(breach.people),
                    ]
                }
            ),
            "purposes": .array(
                purposes.map { row in
                    [
                        "purpose": .string(row.purpose),
                        "coverage": JSONValue(row.coverage),
                        "withdrawalsPer1000PersonMonths": .number(orNull: row.withdrawals?.perThousandMonths),
                        "withdrawals": .integer(orNull: row.withdrawals?.count),
                        "grantedPersonMonths": .number(orNull: row.withdrawals?.grantedMonths),
                        "contacts": .integer(row.contacts),
                        "afterWithdrawal": .integer(row.afterWithdrawal),
                        "uncovered": .integer(row.uncovered),
                    ]
                }
            ),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        Report(
            title: "Consent",
            scope: receipt.scopeLine,
            figures: [.rate("Consent granted, of those asked", coverage)],
            lead: [withdrawn, effect].compactMap(\.self),
            sections: [purposeSection, breachSection].compactMap(\.self),
            receipt: receipt.lines
        )
    }

    private var withdrawn: String? {
        withdrawals.map { withdrawals in
            let rate = withdrawals.perThousandMonths.map { NumberText.decimal($0, decimals: 1) } ?? NumberText.absent
            return "\(NumberText.counted(withdrawals.count, "withdrawal")): \(rate) for 1,000 months in which "
                + "a person allowed it"
        }
    }

    /// The red line: a contact after a refusal or withdrawal.
    private var effect: String? {
        guard peopleBreached != 0 else {
            return timeToEffect == nil ? nil : "No contact was made after a refusal or withdrawal"
        }
        let median = timeToEffect.map { ", half of them within \(SpanText.text($0))" } ?? ""
        return "\(NumberText.counted(peopleBreached, CountingUnit.person)) had a contact after a refusal or "
            + "withdrawal\(median): there must be none"
    }

    private var purposeSection: Report.Section? {
        guard !purposes.isEmpty else { return nil }
        let table = ReportTable(
            [
                .words("purpose"), .figures("granted"), .figures("withdrawals"), .figures("for 1,000 months"),
                .figures("contacts"), .figures("after withdrawal"), .figures("no consent speaks of"),
            ],
            purposes.map { row in
                [
                    ReportCell(row.purpose), .rate(row.coverage), .count(row.withdrawals?.count),
                    ReportCell(
                        row.withdrawals?.perThousandMonths.map { NumberText.decimal($0, decimals: 1) }
                            ?? NumberText.absent
                    ),
                    .count(row.contacts), .count(row.afterWithdrawal), .count(row.uncovered),
                ]
            }
        )
        return Report.Section("By purpose", table: table)
    }

    private var breachSection: Report.Section? {
        guard !breaches.isEmpty else { return nil }
        let table = ReportTable(
            [.words("purpose"), .words("channel"), .figures("contacts"), .figures("people")],
            breaches.map { breach in
                [
                    ReportCell(breach.purpose), ReportCell(breach.channel ?? NumberText.absent),
                    .count(breach.contacts), .count(breach.people),
                ]
            }
        )
        return Report.Section("Contacts after a refusal or withdrawal", table: table)
    }

    public var records: Records {
        Records(
            ["purpose"] + Records.measureHeader("coverage")
                + [
                    "withdrawals", "granted_person_months", "per_1000_person_months", "contacts", "after_withdrawal",
                    "uncovered",
                ],
            purposes.map { row in
                let withdrawals: Records.Field = row.withdrawals.map { .integer($0.count) } ?? .none
                return [.text(row.purpose)] + Records.fields(of: row.coverage) + [withdrawals]
                    + [.number(orNone: row.withdrawals?.grantedMonths)]
                    + [.number(orNone: row.withdrawals?.perThousandMonths)]
                    + [.integer(row.contacts), .integer(row.afterWithdrawal), .integer(row.uncovered)]
            }
        )
    }
}
