import Testing

@testable import JourneyModel

@Suite("Preferences in public (D25)")
struct PreferencesDisclosureTests {
    private func matrix(_ random: inout SplitMix64) -> [PreferencesResult.Cell] {
        let names = ["email", "no preference", "phone", "post", "sms"]
        var cells: [PreferencesResult.Cell] = []
        for preferred in names {
            for used in names where used != "no preference" && random.below(4) > 0 {
                let contacts = 1 + random.below([3, 12, 30, 400][random.below(4)])
                cells.append(.init(preferred: preferred, used: used, contacts: contacts))
            }
        }
        return cells
    }

    @Test("the base of a row's rates is the whole row, or they are hidden", arguments: 0..<200 as Range<UInt64>)
    func wholeBase(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let policy = DisclosurePolicy(
            threshold: [2, 5, 10, 20][random.below(4)],
            rounding: DisclosurePolicy.Rounding.allCases[random.below(2)]
        )
        let cells = matrix(&random)
        let exact = GapsTests.preferences(matrix: cells)
        let shown = exact.protected(by: policy)
        #expect(shown.matrixRows.map(\.preferred) == exact.matrixRows.map(\.preferred))
        for (row, before) in zip(shown.matrixRows, exact.matrixRows) {
            let own = shown.matrix.filter { $0.preferred == row.preferred }
            guard !row.contacts.isHidden else {
                #expect(before.contacts < policy.lowest)
                #expect(row.honoured.value == nil)
                continue
            }
            // Every cell is in it, a hidden one always as the same number.
            let parts = cells.filter { $0.preferred == row.preferred }.map(\.contacts)
            let all = parts.reduce(0) { $0 + ($1 < policy.lowest ? policy.standIn : policy.rounding.rounded($1)) }
            #expect(row.contacts == all)
            #expect(own.reduce(0) { $0 + $1.contacts.drawn } <= row.contacts)
            let cell = own.first { $0.used == row.preferred }
            if row.preferred == "no preference" || cell?.contacts.isHidden ?? false {
                #expect(row.honoured.value == nil)
            } else {
                #expect(row.honoured.denominator == Double(row.contacts))
                #expect(row.honoured.value == row.honoured.value?.wholePercent)
            }
        }
    }

    @Test("what few contacts were for is not named, and few people are not counted")
    func purposes() {
        func row(_ purpose: String, _ counts: [Int]) -> PreferencesResult.PurposeRow {
            .init(
                purpose: purpose,
                contacts: counts[0],
                afterWithdrawal: counts[1],
                peopleAfterWithdrawal: counts[2],
                uncovered: counts[3],
                peopleUncovered: counts[4]
            )
        }
        let exact = GapsTests.preferences(purposes: [
            row("offers", [412, 40, 4, 103, 61]), row("letters", [200, 0, 0, 90, 52]),
            row("surveys", [120, 33, 21, 3, 3]), row("Ada's case", [3, 0, 0, 3, 1]),
        ])
        let shown = exact.protected(by: DisclosurePolicy())
        #expect(shown.purposes.map(\.purpose) == ["offers", "letters"])
        #expect(shown.purposes.map(\.contacts) == [410, 200])
        #expect(shown.purposes[0].afterWithdrawal.isHidden)
        #expect(shown.purposes[0].peopleAfterWithdrawal.isHidden)
        #expect(shown.purposes.map(\.uncovered) == [105, 90])
    }

    @Test("a channel that few wrote is not named")
    func unknownChannels() {
        let exact = GapsTests.preferences(unknownChannels: [
            .init(channel: "Text message", people: 43, nearest: "sms"), .init(channel: "fax", people: 30, nearest: nil),
            .init(channel: "at Ada's", people: 1, nearest: nil),
        ])
        let shown = exact.protected(by: DisclosurePolicy())
        #expect(shown.unknownChannels == [.init(channel: "Text message", people: 45, nearest: "sms")])
    }
}
