import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Preferences for channels that nobody has used or declared are named (D16).
@Suite struct UnknownPreferencesTests {
    private func preference(_ person: String, _ value: String, _ purpose: PreferenceRecord.Purpose) -> JourneyRecord {
        .preference(
            PreferenceRecord(
                person: person,
                time: Timestamp(milliseconds: 1),
                kind: .captured,
                purpose: purpose,
                value: value
            )
        )
    }

    @Test func theyAreFoundByTheImportAndInTheSummary() throws {
        let fixture = try StoreFixture()
        let preferences = [
            preference("a", "Text message", .communication), preference("b", "text message", .access),
            preference("c", "SMS", .communication), preference("d", "news", .content),
            preference("e", "No preference", .communication),
        ]
        // No channel is known yet, and so none is unknown.
        #expect(try fixture.importing(preferences).unknownPreferences.findings.isEmpty)
        var call = event("x", at: 1, person: "a")
        call.dimensions.append(NamedValue(Dimension.channel, "sms"))
        let found = try fixture.importing([.event(call)]).unknownPreferences.findings
        let title = Remark.preferencesForChannelNobodyHas("Text message", nearest: "sms")
        #expect(found == [StoreSummary.Finding(title: title, count: 2, of: 3)])
        let summary = try StoreReader(path: fixture.path).summary()
        #expect(summary.findings.suffix(1) == found)
        // Neither a channel that is declared, nor what an import does not touch.
        #expect(try fixture.importing([.event(event("y", at: 2, person: "b"))]).unknownPreferences.findings.isEmpty)
        try fixture.importing([.channelKind(channel: "text message", kind: .message)])
        #expect(try StoreReader(path: fixture.path).summary().findings.allSatisfy { $0.title != title })
    }

    @Test func aColumnThatIsNoChannelIsNamedInPart() throws {
        let fixture = try StoreFixture()
        var call = event("x", at: 1, person: "a")
        call.dimensions.append(NamedValue(Dimension.channel, "sms"))
        let preferences = (0..<40).map { preference("p\($0)", "garbage \($0)", .communication) }
        let found = try fixture.importing([.event(call)] + preferences).unknownPreferences.findings
        #expect(found.count == 11)
        #expect(found.last == StoreSummary.Finding(title: .preferencesForMoreChannels(30), count: 30, of: 40))
    }
}
