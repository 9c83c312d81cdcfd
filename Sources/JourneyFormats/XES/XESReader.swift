/// An attribute of a trace or an event, without those nested in it.
struct XESAttribute: Hashable, Sendable {
    /// `string`, `date`, `int` … as the log has it.
    var type: XESType
    var key: String
    var value: String
}

/// The kinds of attributes that have one value.
enum XESType: String, CaseIterable, Sendable {
    case string, date, int, float, boolean, id
}

struct XESEvent: Sendable {
    var line: Int
    /// Position in the document, from 1.
    var ordinal: Int
    /// Position of its trace in the document, from 1; 0: it is in none.
    var traceOrdinal = 0
    var trace: [XESAttribute]
    var attributes: [XESAttribute] = []
    /// Why it cannot be taken, where that is known already.
    var fault: String?
}

/// Reads an XES log (IEEE 1849) event by event. Attributes inside attributes, lists, globals, classifiers and those of the
/// log itself are passed over.
final class XESReader {
    private let source: ByteSource
    private let didRead: () throws -> Void
    /// Called for every event.
    private let take: (XESEvent) throws -> Void

    private var document: XMLEvents?
    private var trace: [XESAttribute]?
    private var event: XESEvent?
    /// Bytes of the attributes of the event at hand, or else of the trace.
    private var eventBytes = 0
    private var traceBytes = 0
    /// Elements open whose content is passed over.
    private var ignoredDepth = 0
    private var ordinal = 0
    private var traceOrdinal = 0
    private var hasEvents = false
    private var hasRoot = false

    init(_ source: ByteSource, didRead: @escaping () throws -> Void = {}, take: @escaping (XESEvent) throws -> Void) {
        self.source = source
        self.didRead = didRead
        self.take = take
    }

    /// Reads to the end.
    ///
    /// - Throws: `ImportError` where the XML is broken or no XES log, and whatever `take` and `didRead` throw.
    func read() throws {
        let document = XMLEvents(
            source,
            didRead: didRead,
            began: { [unowned self] name, attributes in try begin(name, attributes) },
            ended: { [unowned self] in try end() }
        )
        self.document = document
        defer { self.document = nil }
        try document.read()
    }

    private var line: Int { document?.line ?? 1 }

    private func begin(_ name: XMLEvents.Name, _ attributes: XMLEvents.Attributes) throws {
        if ignoredDepth > 0 {
            ignoredDepth += 1
            return
        }
        guard hasRoot else { return try begin(root: name) }
        if let type = XESReader.type(name) {
            ignoredDepth = 1
            if trace != nil || event != nil { try keep(type, attributes) }
        } else if name == "event", event == nil {
            ordinal += 1
            let isInTrace = trace != nil
            event = XESEvent(
                line: line,
                ordinal: ordinal,
                traceOrdinal: isInTrace ? traceOrdinal : 0,
                trace: trace ?? []
            )
            eventBytes = 0
            hasEvents = true
        } else if name == "trace", event == nil, trace == nil {
            traceOrdinal += 1
            trace = []
            traceBytes = 0
            hasEvents = false
        } else {
            if trace == nil, event == nil { try refuseObjects(name) }
            ignoredDepth = 1
        }
    }

    private func end() throws {
        if ignoredDepth > 0 {
            ignoredDepth -= 1
        } else if let finished = event {
            event = nil
            try take(finished)
        } else {
            trace = nil
        }
    }

    private func begin(root name: XMLEvents.Name) throws {
        guard name == "log" else {
            throw ImportError(
                "\(source.name), line \(line): is XML, but not an XES log: its outermost element is <\(name.text)>",
                hint: "Formats that are read: \(InputFormat.list)"
            )
        }
        hasRoot = true
    }

    /// The object-centric standards have the same outermost element, and no traces: read as XES, nothing would be found.
    private func refuseObjects(_ name: XMLEvents.Name) throws {
        guard name == "events" || name == "objects" || name == "object-types" || name == "event-types" else { return }
        throw ImportError(
            "\(source.name), line \(line): is an object-centric log (OCEL), not an XES log",
            hint:
                "Its events belong to several objects at once. Flatten it to one type of object and export that as XES "
                + "or CSV."
        )
    }

    private func keep(_ type: XESType, _ attributes: XMLEvents.Attributes) throws {
        guard let key = attributes["key"], let value = attributes["value"] else { return }
        if event != nil {
            if event?.fault != nil { return }
            eventBytes += key.count + value.count
            if let fault = XESReader.fault(key: key.count, value: value.count, row: eventBytes) {
                event?.fault = fault
            } else {
                event?.attributes.append(XESReader.attribute(type, key, value))
            }
        } else {
            let attribute = XESReader.attribute(type, key, value)
            // The standard's schema has them first; taken later they would be lost on the events already handed out.
            guard !hasEvents else {
                throw ImportError(
                    "\(source.name), line \(line): the trace's attribute \"\(attribute.key)\" comes after its events",
                    hint: "Write a trace's attributes before its events, as the standard has it."
                )
            }
            traceBytes += key.count + value.count
            if let fault = XESReader.fault(key: key.count, value: value.count, row: traceBytes) {
                throw ImportError(
                    "\(source.name), line \(line): of the trace, \(fault)",
                    hint:
                        "Nothing was stored. docs/BOUNDS.md has the bounds of values and names; export the log without it."
                )
            }
            trace?.append(attribute)
        }
    }

    /// Why an attribute is more than a record can have: the same bounds as those of tables.
    private static func fault(key: Int, value: Int, row: Int) -> String? {
        if key > InputBounds.name { return "the key of an attribute is longer than \(InputBounds.name) bytes" }
        if value > InputBounds.value { return "the value of an attribute is longer than \(InputBounds.value) bytes" }
        return row > InputBounds.row ? "the attributes together are longer than \(InputBounds.row) bytes" : nil
    }

    private static func attribute(
        _ type: XESType,
        _ key: UnsafeBufferPointer<UInt8>,
        _ value: UnsafeBufferPointer<UInt8>
    ) -> XESAttribute {
        XESAttribute(
            type: type,
            key: String(decoding: key, as: UTF8.self),
            value: String(decoding: value, as: UTF8.self)
        )
    }

    /// Nil for an element that is no attribute with one value.
    private static func type(_ name: XMLEvents.Name) -> XESType? {
        if name == "string" { return .string }
        if name == "date" { return .date }
        if name == "int" { return .int }
        if name == "float" { return .float }
        if name == "boolean" { return .boolean }
        return name == "id" ? .id : nil
    }
}
