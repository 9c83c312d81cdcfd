import JourneyModel
import Tallies

extension SideHistories {
    /// What the records here say of all records of the store.
    static func facts(_ source: EventSource) -> SideFacts {
        var codes = SideCodes(source)
        let events = codes.channelNames.count
        let preferences = PreferenceHistory(source, purpose: .communication, codes: &codes)
        _ = PreferenceHistory(source, purpose: .content, codes: &codes)
        _ = ConsentHistory(source, ConsentPurposes(source), codes: &codes)
        return SideFacts(
            hasPreferences: !preferences.isEmpty,
            purposes: purposeCounts(source),
            channels: Set(codes.channelNames.dropFirst(events))
        )
    }

    /// How many consents there are by purpose, as they write it.
    static func purposeCounts(_ source: EventSource) -> TallyTable<String, Int> {
        let records = source.records(.consents)
        let (codes, texts) = (records.codes(.consentPurpose), records.texts(.consentPurpose))
        var counts = Array(repeating: 0, count: texts.count + 1)
        for row in 0..<records.count { counts[Int(codes[row]) + 1] += 1 }
        var table = TallyTable<String, Int>()
        for (text, count) in zip([""] + texts, counts) where count > 0 { table.add(count, to: text) }
        return table
    }
}
