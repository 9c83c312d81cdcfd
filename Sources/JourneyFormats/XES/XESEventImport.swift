import JourneyModel

/// Turns the events of a log into records: leaves out transitions that complete nothing, and pairs starts with completions.
final class XESEventImport {
    private let session: ImportSession
    private let columns: GrowingColumns
    private let times: ColumnTimes
    private let timeColumn: String?
    private let touchpointColumn: String?
    private let parser: TimestampParser?
    private var pairs = LifecyclePairs()
    /// The trace whose starts wait.
    private var trace = 0
    private var textTimes = 0
    private var transitions: [String: Int] = [:]

    init(_ session: ImportSession, planner: ColumnPlanner, times: ColumnTimes, columns: GrowingColumns) throws {
        self.session = session
        self.columns = columns
        self.times = times
        let timeColumn = planner.column(of: "time")
        self.timeColumn = timeColumn
        touchpointColumn = planner.column(of: Dimension.touchpoint)
        parser = try timeColumn.map { try times.parser(column: $0) }
    }

    func take(_ event: XESEvent) throws {
        session.didRead()
        if event.traceOrdinal != trace {
            trace = event.traceOrdinal
            pairs.forget()
        }
        if let fault = event.fault {
            return try session.reject(Reject(line: event.line, reason: fault, raw: event.xml))
        }
        let transition = event.value(XESStandard.transition)?.lowercased()
        if let transition, transition != "complete" {
            transitions[transition, default: 0] += 1
            session.didSkip()
            if transition == "start", let time = time(of: event) { pairs.start(key(of: event), at: time) }
            return
        }
        columns.begin()
        for attribute in event.trace { try columns.take(trace: attribute) }
        for attribute in event.attributes {
            if attribute.key == timeColumn, attribute.type == .string { textTimes += 1 }
            try columns.take(event: attribute)
        }
        let outcome = columns.check()
        switch outcome {
        case .event, .partial:
            let start = transition == nil ? nil : pairs.complete(key(of: event))
            try columns.keep(ordinal: event.ordinal, start: start)
            if case .partial(let left) = outcome { try session.partial(left, line: event.line, raw: event.xml) }
        case .absent: break
        case .rejected(let reason): try session.reject(Reject(line: event.line, reason: reason, raw: event.xml))
        case .withoutZone(let column, let example):
            throw times.withoutZone(column: column, example: example, line: event.line)
        }
    }

    func finish() throws {
        try columns.handOver()
    }

    /// Says what was done that the file's owner should know.
    func note() {
        if textTimes > 0 {
            session.note(
                "text-times",
                "\(textTimes) times are typed as string, not date; they were read all the same",
                count: textTimes
            )
        }
        if !transitions.isEmpty {
            let list = transitions.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            session.note(
                "transitions",
                "events whose transition is not complete were skipped: \(list)",
                count: transitions.values.reduce(0, +)
            )
        }
    }

    /// What a start and its completion have in common.
    private func key(of event: XESEvent) -> String {
        if let instance = event.value(XESStandard.instance) { return "i" + instance }
        return "t" + (touchpointColumn.flatMap(event.value) ?? "")
    }

    private func time(of event: XESEvent) -> Timestamp? {
        guard let parser, let timeColumn, var text = event.value(timeColumn),
            case .time(let time) = text.withUTF8(parser.parse)
        else { return nil }
        return time
    }
}

extension XESEvent {
    /// The value of the event's attribute `key`.
    func value(_ key: String) -> String? {
        attributes.first { $0.key == key }?.value
    }

    /// The event as XML again, for a reject: the parser does not keep the text. Of a long one its beginning.
    var xml: String {
        var text = "<event>"
        for attribute in attributes where text.utf8.count < InputBounds.rejectedText {
            let value = String(attribute.value.prefix(InputBounds.rejectedText))
            text += "<\(attribute.type) key=\"\(escaped(attribute.key))\" value=\"\(escaped(value))\"/>"
        }
        text += "</event>"
        return text.utf8.count <= InputBounds.rejectedText ? text : String(text.prefix(InputBounds.rejectedText))
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            default: result.append(character)
            }
        }
        return result
    }
}
