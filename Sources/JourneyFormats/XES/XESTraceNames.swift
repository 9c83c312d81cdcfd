/// Names for traces that have none: each is a case all the same. The name is the file's and the trace's place in it, so that
/// the same file read again has the same cases, and two files do not share any.
final class XESTraceNames {
    private let file: String
    private var last = 0
    /// How many traces had no name.
    private(set) var count = 0

    init(file: String) {
        let name = file.split(separator: "/").last ?? file[...]
        self.file = String(name.prefix { $0 != "." })
    }

    /// `event`, its trace with a name.
    func named(_ event: XESEvent) -> XESEvent {
        guard event.traceOrdinal > 0,
            !event.trace.contains(where: { $0.key == XESStandard.name && !$0.value.isEmpty })
        else { return event }
        if event.traceOrdinal != last {
            last = event.traceOrdinal
            count += 1
        }
        var named = event
        named.trace.removeAll { $0.key == XESStandard.name }
        let name = "\(file), trace \(event.traceOrdinal)"
        named.trace.append(XESAttribute(type: .string, key: XESStandard.name, value: name))
        return named
    }
}
