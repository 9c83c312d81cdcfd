import JourneyModel
import TOML

extension MappingProposal {
    /// The mapping as a file for `--map`, each line with its reason, and what becomes of the other columns.
    public var toml: String {
        var lines: [String] = []
        if let kind = rows.kind, kind != .events { lines.append("rows = \(TOMLWriting.quoted(kind.rawValue))") }
        if skip > 0 { lines.append("skip = \(skip)") }
        if hasDecimalComma { lines.append("decimal = \",\"") }
        if let unmapped = mapping.unmapped { lines.append("unmapped = \(TOMLWriting.quoted(unmapped.rawValue))") }
        if !mapping.dropped.isEmpty { lines.append("drop = \(TOMLWriting.list(mapping.dropped))") }
        if let encoding = mapping.encoding { lines.append("encoding = \(TOMLWriting.quoted(encoding.rawValue))") }
        section("columns", columnLines, &lines)
        section(
            "set",
            mapping.constants.map { "\(TOMLWriting.key($0.name)) = \(TOMLWriting.quoted($0.value))" },
            &lines
        )
        section("times", timeLines, &lines)
        if !missing.isEmpty { section("values", ["missing = \(TOMLWriting.list(missing))"], &lines) }
        for map in valueMaps {
            let words = map.words.map { "\(TOMLWriting.quoted($0.name)) = \(TOMLWriting.quoted($0.value))" }
            section("values.\(TOMLWriting.quoted(map.column))", words, &lines)
        }
        for (place, event) in events.enumerated() {
            if !lines.isEmpty { lines.append("") }
            let time = event.day.map { TOMLWriting.list([$0, event.time]) } ?? TOMLWriting.quoted(event.time)
            lines += ["[[event]]", "time = \(time)", "touchpoint = \(TOMLWriting.quoted(event.touchpoint))"]
            // What came of it is known at its end only.
            if place == events.count - 1, let outcome = column(Dimension.outcome) {
                lines.append("outcome = { column = \(TOMLWriting.quoted(outcome)) }")
            }
        }
        if !dimensions.isEmpty { lines.append("# kept as dimensions: \(list(dimensions))") }
        let what =
            rows.kind == .events || rows.kind == nil
            ? "kept as attributes" : rows == .people ? "kept as traits" : "left out"
        if !attributes.isEmpty { lines.append("# \(what): \(list(attributes))") }
        lines += notes.map { "# note: \($0.harmlessLine)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The mapping as arguments of `cxm import`, quoted for a shell; what no argument can say is in `toml` only.
    public var arguments: String { mapping.arguments }

    private var columnLines: [String] {
        let ofRow = guesses.filter { rows != .wide || $0.field != Dimension.outcome }
        let id = rowID.map {
            "event_id = \(TOMLWriting.quoted($0))  # one value a row: by it a row is known when it comes again"
        }
        return [id].compactMap { $0 } + ofRow.map(line)
    }

    private func line(_ guess: Guess) -> String {
        var value = TOMLWriting.quoted(guess.column)
        if guess.field == "time", time.columns.count > 1 { value = TOMLWriting.list(time.columns) }
        if guess.field == "person", let visitor { value = TOMLWriting.list([guess.column, visitor]) }
        let field = guess.column == period ? "period" : guess.field
        return "\(TOMLWriting.key(field)) = \(value)  # \(guess.reason.harmlessLine)"
    }

    private var timeLines: [String] {
        var lines: [String] = []
        if let zone = mapping.zone { lines.append("zone = \(TOMLWriting.quoted(zone))") }
        if let format = mapping.timeFormat ?? (time.columns.count > 1 || rows == .wide ? time.format : nil) {
            lines.append("format = \(TOMLWriting.quoted(format))")
        }
        for format in time.eitherFormat {
            lines.append("# format = \(TOMLWriting.quoted(format))  # needed: say which".harmlessLine)
        }
        if time.needsZone { lines.append("# zone = \"Europe/Amsterdam\"  # needed: the times have no zone; say which") }
        return lines
    }

    private func list(_ names: [String]) -> String { names.map(\.harmlessLine).joined(separator: ", ") }

    private func section(_ name: String, _ body: [String], _ lines: inout [String]) {
        guard !body.isEmpty else { return }
        if !lines.isEmpty { lines.append("") }
        lines.append("[\(name)]")
        lines += body
    }
}
