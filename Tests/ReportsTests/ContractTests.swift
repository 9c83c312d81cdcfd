import Foundation
import Testing

@testable import Reports

/// Every key that the commands' contract names, by view, as a path: `[]` stands for the elements of a list, and
/// `measure` for the six keys of a measure.
private let contract: [String: [String]] = [
    "info": [
        "events", "people", "cases", "touchpoints", "channels", "services", "from", "to", "dimensions[].name",
        "dimensions[].values", "sources[].name", "sources[].format", "sources[].read", "sources[].stored",
        "sources[].duplicates", "sources[].rejected",
    ],
    "import": [
        "read", "stored", "duplicates", "rejected", "rejects[].line", "rejects[].reason", "ties", "seconds",
    ],
    "funnel": [
        "entered", "converted", "pending", "dropped", "steps[].name", "steps[].reached", "steps[].dropped",
        "steps[].pending", "steps[].ofPrevious.measure", "steps[].ofEntered.measure", "timeToConvert.n",
        "timeToConvert.p10", "timeToConvert.p25", "timeToConvert.p50", "timeToConvert.p75", "timeToConvert.p90",
        "timeToConvert.p95", "groups[].value", "groups[].entered", "groups[].converted", "groups[].steps[].name",
        "groups[].steps[].reached", "groups[].steps[].dropped", "groups[].steps[].pending",
        "groups[].steps[].ofPrevious.measure", "groups[].steps[].ofEntered.measure",
    ],
    "paths": [
        "transitions[].from", "transitions[].to", "transitions[].count", "transitions[].subjects",
        "starts[].touchpoint", "starts[].count", "ends[].touchpoint", "ends[].count",
    ],
    "handoffs": [
        "handoffs", "completed.measure", "reAsked.measure", "medianGap", "pairs[].from", "pairs[].to", "pairs[].count",
        "pairs[].completed.measure", "pairs[].reAsked.measure", "pairs[].medianGap", "isolation.measure",
    ],
    "variants": ["subjects", "distinct", "variants[].path", "variants[].count", "variants[].share"],
    "channels": [
        "periods[].period", "periods[].channel", "periods[].events", "periods[].subjects", "totals[].channel",
        "totals[].events", "totals[].subjects", "totals[].share",
    ],
    "preferences": [
        "pipeline.contacted", "pipeline.asked.measure", "pipeline.captured.measure", "pipeline.usable.measure",
        "pipeline.used.measure", "pipeline.honoured.measure", "kappa", "expectedByChance", "matrix[].preferred",
        "matrix[].used", "matrix[].contacts", "content.captured.measure", "content.used.measure",
    ],
    "maturity": [
        "stage", "next", "blockers[].criterion", "blockers[].score", "blockers[].rating", "blockers[].needed",
        "stages[].number", "stages[].name", "stages[].held", "stages[].score", "stages[].criteria[].id",
        "stages[].criteria[].name", "stages[].criteria[].kind", "stages[].criteria[].value",
        "stages[].criteria[].target", "stages[].criteria[].score", "stages[].criteria[].rating",
        "stages[].criteria[].n", "stages[].criteria[].evidence", "enablers[].id",
    ],
    "kpis": [
        "costPerTransaction.measure", "satisfaction.measure", "completion.measure", "takeUp.measure",
        "services[].service", "services[].costPerTransaction.measure", "services[].satisfaction.measure",
        "services[].completion.measure", "services[].takeUp.measure",
    ],
]

private let measureKeys = ["value", "numerator", "denominator", "low", "high", "definition"]

private func parsed(_ json: JSONValue) throws -> [String: Any] {
    let text = json.text
    #expect(text.hasSuffix("}\n"))
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

/// The keys at `path` that are missing below `value`; what is null or an empty list has no keys below it.
private func missing(_ path: Substring, in value: Any) -> [String] {
    if value is NSNull { return [] }
    if path.isEmpty { return [] }
    if path == "measure" {
        guard let object = value as? [String: Any] else { return ["no measure"] }
        return measureKeys.filter { object[$0] == nil }
    }
    guard let object = value as? [String: Any] else { return ["no object above \(path)"] }
    let head = path.prefix { $0 != "." }
    let rest = path.dropFirst(head.count + 1)
    let key = head.hasSuffix("[]") ? String(head.dropLast(2)) : String(head)
    guard let child = object[key] else { return [String(path)] }
    guard head.hasSuffix("[]") else { return missing(rest, in: child) }
    guard let list = child as? [Any] else { return ["\(key) is no list"] }
    return list.flatMap { missing(rest, in: $0) }
}

@Test(arguments: contract.keys.sorted())
func jsonHasEveryKeyOfTheContract(view: String) throws {
    let answer = try #require(Samples.all.first { $0.name == view }?.answer)
    let object = try parsed(answer.json)
    for path in try #require(contract[view]) {
        #expect(missing(path[...], in: object) == [], "\(view): \(path)")
        // A list of the contract that the sample leaves empty would be checked for nothing.
        if let open = path.firstIndex(of: "[") {
            let list = object[String(path[..<open])] as? [Any]
            #expect(list?.isEmpty == false, "\(view): \(path)")
        }
    }
}

@Test func contractTestFindsAMissingKey() {
    let object: [String: Any] = ["steps": [["name": "a", "ofEntered": ["value": 1]]]]
    #expect(missing("steps[].reached", in: object) == ["reached"])
    #expect(
        missing("steps[].ofEntered.measure", in: object) == ["numerator", "denominator", "low", "high", "definition"]
    )
    #expect(missing("entered", in: object) == ["entered"])
}

@Test func timesAreISO8601AndAbsentIsNull() throws {
    let info = try parsed(Samples.store.json)
    #expect(info["from"] as? String == "2025-01-01T00:00:00.000Z")
    let variants = try parsed(Samples.variants.json)
    #expect(variants["p90Throughput"] is NSNull)
    let funnel = try parsed(Samples.funnel.json)
    let time = try #require(funnel["timeToConvert"] as? [String: Any])
    #expect(time["p95"] as? Double == 600_000_000.5)
    #expect((time["p50"] as? NSNumber)?.int64Value == 187_200_000)
    let receipt = try #require(funnel["receipt"] as? [String: Any])
    #expect(receipt["horizon"] as? String == "2025-12-31T00:00:00.000Z")
}

@Test func sharesOfVariantsAndChannelsAreNumbers() throws {
    let variants = try #require(try parsed(Samples.variants.json)["variants"] as? [[String: Any]])
    #expect(variants.first?["share"] as? Double == 0.45)
    #expect(variants.first?["path"] as? [String] == ["landing", "form", "submit"])
    let totals = try #require(try parsed(Samples.channels.json)["totals"] as? [[String: Any]])
    #expect(totals.first?["share"] as? Double == 1204.0 / 1234.0)
}

@Test func importShowsTheFirstTwentyRejects() throws {
    let rejects = try #require(try parsed(Samples.imported.json)["rejects"] as? [[String: Any]])
    #expect(rejects.count == 20)
    #expect((rejects.last?["line"] as? NSNumber)?.intValue == 20_000)
}
