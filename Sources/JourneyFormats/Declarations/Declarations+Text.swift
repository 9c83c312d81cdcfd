public import JourneyModel
import TOML

extension Declarations {
    /// The declarations as a file that says the same: reading it gives an equal value.
    public var toml: String { toml(notes: [:]) }

    /// The same with comments: `notes` by what they stand above.
    public func toml(notes: [Line: [String]]) -> String {
        var text = DeclarationsText(notes: notes)
        text.write(self)
        return text.lines.joined(separator: "\n") + (text.lines.isEmpty ? "" : "\n")
    }
}

/// Writes declarations down.
private struct DeclarationsText {
    let notes: [Declarations.Line: [String]]
    private(set) var lines: [String] = []

    init(notes: [Declarations.Line: [String]]) { self.notes = notes }

    mutating func write(_ declarations: Declarations) {
        note(.top)
        write(declarations.organisation)
        let channels = declarations.channels
        section("channels", isNeeded: !channels.isEmpty)
        for channel in channels {
            note(.channel(channel.name))
            let kind = channel.kind.map { "kind = \(TOMLWriting.quoted($0.rawValue))" }
            let same = channel.same.isEmpty ? nil : "same = \(TOMLWriting.list(channel.same))"
            let parts = [kind, same].compactMap { $0 }.joined(separator: ", ")
            lines.append("\(TOMLWriting.key(channel.name)) = {\(parts.isEmpty ? "" : " \(parts) ")}")
        }
        section("touchpoints", isNeeded: !declarations.touchpoints.isEmpty)
        for names in declarations.touchpoints {
            note(.touchpoint(names.name))
            lines.append("\(TOMLWriting.key(names.name)) = \(TOMLWriting.list(names.same))")
        }
        section("roles", isNeeded: declarations.roles != Declarations.Roles(), note: .service(nil))
        write(declarations.roles, of: nil)
        for service in declarations.services { write(service) }
        section("goals", isNeeded: !declarations.goals.isEmpty || notes[.goals(service: nil)] != nil)
        note(.goals(service: nil))
        lines += goals(declarations.goals)
        section("phases", isNeeded: !declarations.phases.isEmpty)
        for phase in declarations.phases {
            lines.append("\(phase.name.rawValue) = \(TOMLWriting.list(phase.touchpoints))")
        }
        for reference in declarations.references { write(reference) }
        for annotation in declarations.annotations { write(annotation) }
        for (number, funnel) in declarations.funnels.enumerated() {
            section("[funnels]", isNeeded: true, note: number == 0 ? .funnel(service: nil) : nil)
            lines += texts([("name", funnel.name)]) + parts(of: funnel)
        }
    }

    private mutating func write(_ organisation: Declarations.Organisation) {
        section(
            "organisation",
            isNeeded: organisation != Declarations.Organisation() || notes[.organisation] != nil
        )
        note(.organisation)
        lines += texts([
            ("name", organisation.name), ("zone", organisation.zone?.name), ("currency", organisation.currency),
            ("language", organisation.language),
        ])
        if let month = organisation.fiscalYear { lines.append("fiscal-year = \(month)") }
    }

    private mutating func write(_ service: Declarations.Service) {
        section("services.\(TOMLWriting.key(service.name))", isNeeded: true, note: .service(service.name))
        if !service.same.isEmpty { lines.append("same = \(TOMLWriting.list(service.same))") }
        write(service.roles, of: service.name)
        if let funnel = service.funnel {
            note(.funnel(service: service.name))
            lines.append("funnel = { \(parts(of: funnel).joined(separator: ", ")) }")
        }
        note(.goals(service: service.name))
        if !service.goals.isEmpty { lines.append("goals = { \(goals(service.goals).joined(separator: ", ")) }") }
    }

    private mutating func write(_ roles: Declarations.Roles, of service: String?) {
        for role in TouchpointRole.allCases {
            let steps = roles.entries.filter { $0.role == role }.map { FunnelStep([$0.step]).text }
            note(.role(role, service: service))
            if !steps.isEmpty { lines.append("\(role.rawValue) = \(TOMLWriting.list(steps))") }
        }
        note(.success(service: service))
        if !roles.success.isEmpty { lines.append("success = \(TOMLWriting.list(roles.success))") }
    }

    private mutating func write(_ reference: Declarations.Reference) {
        section("[references]", isNeeded: true)
        lines.append("measure = \(TOMLWriting.quoted(reference.measure.rawValue))")
        lines.append("value = \(DeclarationsText.number(reference.value))")
        lines += texts([("whose", reference.whose)])
        if let date = reference.date { lines.append("date = \(date.text)") }
        lines += texts([("source", reference.source), ("service", reference.service)])
    }

    private mutating func write(_ annotation: Declarations.Annotation) {
        section("[annotations]", isNeeded: true)
        lines.append("date = \(annotation.date.text)")
        lines += texts([("text", annotation.text), ("service", annotation.service), ("who", annotation.who)])
    }

    // MARK: Parts

    private func parts(of funnel: Declarations.Funnel) -> [String] {
        let within = funnel.within.map { "within = \(TOMLWriting.quoted(SpanWord.text($0)))" }
        return ["steps = \(TOMLWriting.list(funnel.steps.map(\.text)))"] + [within].compactMap { $0 }
    }

    private func goals(_ goals: Declarations.Goals) -> [String] {
        Declarations.Goals.Key.allCases.compactMap { key in
            goals[key].map { "\(key.rawValue) = \(DeclarationsText.number($0))" }
        }
    }

    private func texts(_ pairs: [(key: String, text: String?)]) -> [String] {
        pairs.compactMap { pair in pair.text.map { "\(pair.key) = \(TOMLWriting.quoted($0))" } }
    }

    /// With a dot or an exponent, as TOML wants it of what is no whole number; the shortest that reads back.
    private static func number(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }

    private mutating func section(_ name: String, isNeeded: Bool, note line: Declarations.Line? = nil) {
        guard isNeeded else { return }
        if !lines.isEmpty { lines.append("") }
        if let line { note(line) }
        lines.append("[\(name)]")
    }

    private mutating func note(_ line: Declarations.Line) {
        for text in notes[line] ?? [] { lines.append(text.isEmpty ? "#" : "# \(text.harmlessLine)") }
    }
}
