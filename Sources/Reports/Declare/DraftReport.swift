public import JourneyModel
import Wording

/// A draft of declarations with what speaks for it in words.
public struct DraftReport {
    private let draft: DeclarationsDraft

    public init(_ draft: DeclarationsDraft) { self.draft = draft }

    /// What stands above each line of the document, a line each.
    public var notes: [Declarations.Line: [String]] {
        var notes = Dictionary(grouping: draft.evidence, by: \.line).mapValues { $0.map(words) }
        let outcomes = notes[.top] ?? []
        notes[.top] =
            [
                "A draft from the data. Look at each line, change what is not so, then:",
                "cxm declare FILE --store STORE",
            ] + (outcomes.isEmpty ? [] : ["Outcomes in the data (a service says which are a success):"] + outcomes)
        notes[.organisation] = [#"name = "…", zone = "Europe/London", currency = "GBP", fiscal-year = 4"#]
        return notes
    }

    /// A line of the document each, with its evidence.
    public var json: JSONValue {
        let grouped = Dictionary(grouping: draft.evidence, by: \.line)
        var lines: [Declarations.Line] = []
        for evidence in draft.evidence where !lines.contains(evidence.line) { lines.append(evidence.line) }
        let draft = lines.filter { $0 != .top }.map { line -> JSONValue in
            let evidence = grouped[line] ?? []
            return [
                "place": .string(line.place),
                "value": value(line),
                "evidence": .array(
                    evidence.map { one in
                        [
                            "name": .string(one.name), "count": .integer(one.part),
                            "of": one.whole > 0 ? .integer(one.whole) : .null, "text": .string(words(one)),
                        ]
                    }
                ),
            ]
        }
        return ["draft": .array(draft)]
    }

    private func value(_ line: Declarations.Line) -> JSONValue {
        let declarations = draft.declarations
        func service(_ name: String?) -> Declarations.Service? { declarations.services.first { $0.name == name } }
        switch line {
        case .channel(let name):
            let channel = declarations.channels.first { $0.name == name }
            return ["kind": .string(orNull: channel?.kind?.rawValue), "same": .strings(channel?.same ?? [])]
        case .touchpoint(let name):
            return .strings(declarations.touchpoints.first { $0.name == name }?.same ?? [])
        case .service(let name): return ["same": .strings(service(name)?.same ?? [])]
        case .role(let role, let name):
            let roles = name.map { service($0)?.roles } ?? declarations.roles
            return .strings(roles?.entries.filter { $0.role == role }.map { FunnelStep([$0.step]).text } ?? [])
        case .funnel(let name):
            let funnel = name.map { service($0)?.funnel } ?? declarations.funnels.first
            return .strings(funnel?.steps.map(\.text) ?? [])
        case .goals(nil):
            let goals = Declarations.Goals.Key.allCases.compactMap { key in
                declarations.goals[key].map { JSONValue.Member(key.rawValue, .number($0)) }
            }
            return .object(goals)
        case .goals, .success, .organisation, .top: return .null
        }
    }

    private func words(_ evidence: DeclarationsDraft.Evidence) -> String {
        let (name, part, whole) = (evidence.name, evidence.part, evidence.whole)
        let share =
            "\(NumberText.count(part)) of \(NumberText.count(whole)) (\(NumberText.percent(part.share(of: whole))))"
        switch evidence.kind {
        case .events: return "\(share) events"
        case .begins: return "\(name): \(share) journeys begin here"
        case .ends: return "\(name): \(share) journeys that get here end here"
        case .taken: return "\(name): \(share) journeys from start to end come by"
        case .mapped: return "\(name): a mapping says so"
        case .word: return "\(name): its name says so"
        case .unknownKind:
            let kinds = Declarations.ChannelWord.allCases.map(\.rawValue).joined(separator: ", ")
            return "its name says nothing: add kind = one of \(kinds)"
        case .looksLike: return "\(name) looks the same: \(NumberText.counted(part, "event"))"
        case .outcome: return "\(name): \(share) events"
        case .today(let figure):
            let value = figure.value.map { name == "cost" ? NumberText.decimal($0) : NumberText.percent($0) } ?? ""
            return "\(name) is \(value) today"
        }
    }
}
