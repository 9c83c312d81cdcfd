public import JourneyModel

extension PreferencesResult: Reportable {
    public var json: JSONValue {
        [
            "pipeline": [
                "contacted": .integer(contacted),
                "asked": JSONValue(asked),
                "captured": JSONValue(captured),
                "usable": JSONValue(usable),
                "used": JSONValue(used),
                "honoured": JSONValue(honoured),
            ],
            "kappa": .number(orNull: kappa),
            "expectedByChance": .number(orNull: expectedByChance),
            "matrix": .array(
                matrix.map { cell in
                    [
                        "preferred": .string(cell.preferred),
                        "used": .string(cell.used),
                        "contacts": .integer(cell.contacts),
                    ]
                }
            ),
            "matrixRows": .array(
                matrixRows.map { row in
                    [
                        "preferred": .string(row.preferred),
                        "contacts": .integer(row.contacts),
                        "honoured": JSONValue(row.honoured),
                    ]
                }
            ),
            "content": ["captured": JSONValue(contentCaptured), "used": JSONValue(contentUsed)],
            "stale": .integer(stale),
            "conflicting": .integer(conflicting),
            "contactsAfterWithdrawal": .integer(contactsAfterWithdrawal),
            "consentCoverage": JSONValue(consentCoverage),
            "consents": .array(
                consents.map { ["purpose": .string($0.purpose), "granted": JSONValue($0.granted)] }
            ),
            "purposes": .array(purposes.map(\.json)),
            "uncovered": .integer(uncovered),
            "peopleUncovered": .integer(peopleUncovered),
            "unknownChannels": .array(unknownChannels.map(\.json)),
            "peopleNotUsed": .integer(peopleNotUsed),
            "peopleNotHonoured": .integer(peopleNotHonoured),
            "peopleContactedAfterWithdrawal": .integer(peopleContactedAfterWithdrawal),
            "services": .array(
                services.map { row in
                    [
                        "service": .string(row.service),
                        "contacted": .integer(row.contacted),
                        "asked": JSONValue(row.asked),
                        "captured": JSONValue(row.captured),
                        "used": JSONValue(row.used),
                        "honoured": JSONValue(row.honoured),
                    ]
                }
            ),
            "survey": survey.json,
            "receipt": JSONValue(receipt),
        ]
    }
}

extension PreferencesResult.PurposeRow {
    var json: JSONValue {
        [
            "purpose": .string(purpose),
            "contacts": .integer(contacts),
            "afterWithdrawal": .integer(afterWithdrawal),
            "peopleAfterWithdrawal": .integer(peopleAfterWithdrawal),
            "uncovered": .integer(uncovered),
            "peopleUncovered": .integer(peopleUncovered),
        ]
    }
}

extension PreferencesResult.UnknownChannel {
    var json: JSONValue {
        ["channel": .string(channel), "people": .integer(people), "nearest": nearest.map { .string($0) } ?? .null]
    }
}

extension PreferencesResult.SurveyForm {
    var json: JSONValue {
        [
            "services": .integer(services),
            "collectChannel": JSONValue(collectChannel),
            "useChannel": JSONValue(useChannel),
            "captureContent": JSONValue(captureContent),
            "useContent": JSONValue(useContent),
            "askBoth": JSONValue(askBoth),
            "askNothing": JSONValue(askNothing),
        ]
    }

    /// The figures with what the 2014 survey of UK public bodies found.
    var rows: [(name: String, measure: Measure, survey: String)] {
        [
            ("collect a preferred channel", collectChannel, "57%"),
            ("ever use it", useChannel, "under 28.5%"),
            ("collect a preference on content", captureContent, "54%"),
            ("ever use it (content)", useContent, "14%"),
            ("ask for both", askBoth, "21%"),
            ("ask for neither", askNothing, "39%"),
        ]
    }
}
