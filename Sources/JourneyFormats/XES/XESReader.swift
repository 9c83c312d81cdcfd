import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An attribute of a trace or an event, without those nested in it.
struct XESAttribute: Hashable, Sendable {
    /// `string`, `date`, `int` … as the log has it.
    var type: String
    var key: String
    var value: String
}

struct XESEvent: Sendable {
    var line: Int
    /// Position in the document, from 1.
    var ordinal: Int
    var trace: [XESAttribute]
    var attributes: [XESAttribute]
}

/// Reads an XES log (IEEE 1849) event by event. Attributes inside attributes, lists, globals, classifiers and those of the
/// log itself are passed over; entities from outside are never fetched.
final class XESReader: NSObject {
    private let source: ByteSource
    private let isCancelled: () throws -> Void
    /// Called for every event.
    private let take: (XESEvent) throws -> Void
    private var didBeginTrace: () -> Void

    private var parser: XMLParser?
    private var trace: [XESAttribute]?
    private var event: XESEvent?
    /// Elements open whose content is passed over.
    private var ignoredDepth = 0
    private var ordinal = 0
    private var hasEvents = false
    private var hasRoot = false
    /// Elements open; the parser itself does not mind a document that stops in the middle.
    private var depth = 0
    /// The first fault and its line: the parser itself runs on to the end of its chunk and then only knows the last.
    private var fault: (line: Int, reason: String)?
    private var failure: (any Error)?

    init(
        _ source: ByteSource,
        didRead: @escaping () throws -> Void = {},
        didBeginTrace: @escaping () -> Void = {},
        take: @escaping (XESEvent) throws -> Void
    ) {
        self.source = source
        isCancelled = didRead
        self.didBeginTrace = didBeginTrace
        self.take = take
    }

    /// Reads to the end.
    ///
    /// - Throws: `ImportError` where the XML is broken or no XES log, and whatever `take` and `didRead` throw.
    func read() throws {
        let stream = SourceInputStream(source, didRead: isCancelled)
        let parser = XMLParser(stream: stream)
        parser.delegate = self
        parser.shouldProcessNamespaces = false
        parser.shouldResolveExternalEntities = false
        self.parser = parser
        defer {
            parser.delegate = nil
            self.parser = nil
        }
        let isWhole = parser.parse()
        if let failure { throw failure }
        if let streamFailure = stream.failure { throw streamFailure }
        guard isWhole else { throw malformed(fault?.line ?? parser.lineNumber, fault?.reason) }
        guard hasRoot, depth == 0 else { throw malformed(parser.lineNumber, "the document ends too early") }
    }

    private func malformed(_ line: Int, _ reason: String?) -> ImportError {
        let code = reason.map { " (\($0))" } ?? ""
        return ImportError(
            "\(source.name), line \(max(1, line)): the XML is broken\(code)",
            hint: "Nothing was stored. Check the file with xmllint --noout, or write it anew."
        )
    }

    /// The parser's message, which stands in the error's user info where there is one.
    private func reason(_ error: any Error) -> String {
        let code = (error as NSError).code
        let known = [
            1: "internal error", 4: "no start tag", 5: "the document ends too early",
            9: "a character that XML does not allow",
            26: "an entity that is not declared", 42: "an attribute given twice", 65: "a space is missing",
            68: "a name is missing", 73: "a > is missing", 76: "a tag is not closed, or not the one that was opened",
            77: "the document ends inside an element", 89: "entities that refer to each other",
        ]
        return known[code] ?? "error \(code)"
    }

    private func fail(_ error: any Error) {
        failure = failure ?? error
        parser?.abortParsing()
    }
}

extension XESReader: XMLParserDelegate {
    func parser(
        _ parser: XMLParser,
        didStartElement elementName: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        if failure != nil { return }
        depth += 1
        if ignoredDepth > 0 {
            ignoredDepth += 1
            return
        }
        let name = XESReader.localName(elementName)
        guard hasRoot else { return begin(root: name, line: parser.lineNumber) }
        switch name {
        case "trace":
            trace = []
            hasEvents = false
            didBeginTrace()
        case "event":
            ordinal += 1
            event = XESEvent(line: parser.lineNumber, ordinal: ordinal, trace: trace ?? [], attributes: [])
            hasEvents = true
        default:
            ignoredDepth = 1
            keep(type: name, attributes, line: parser.lineNumber)
        }
    }

    func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
        if failure != nil { return }
        depth -= 1
        if ignoredDepth > 0 {
            ignoredDepth -= 1
            return
        }
        switch XESReader.localName(elementName) {
        case "event":
            guard let finished = event else { return }
            event = nil
            do { try take(finished) } catch { fail(error) }
        case "trace": trace = nil
        default: break
        }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        // 200 to 204 are about namespaces, which do not matter here and do not stop the parser.
        let isAboutNamespaces = (200...204).contains((parseError as NSError).code)
        if fault == nil, !isAboutNamespaces { fault = (parser.lineNumber, reason(parseError)) }
    }

    private func begin(root name: String, line: Int) {
        guard name == "log" else {
            return fail(
                ImportError(
                    "\(source.name), line \(line): is XML, but not an XES log: its outermost element is <\(name)>",
                    hint: "Formats that are read: \(FileFormat.list)"
                )
            )
        }
        hasRoot = true
    }

    private func keep(type: String, _ attributes: [String: String], line: Int) {
        guard XESReader.types.contains(type), let key = attributes["key"], let value = attributes["value"] else {
            return
        }
        let attribute = XESAttribute(type: type, key: key, value: value)
        if event != nil {
            event?.attributes.append(attribute)
        } else if trace != nil {
            // The standard's schema has them first; taken later they would be lost on the events already handed out.
            guard !hasEvents else {
                return fail(
                    ImportError(
                        "\(source.name), line \(line): the trace's attribute \"\(key)\" comes after its events",
                        hint: "Write a trace's attributes before its events, as the standard has it."
                    )
                )
            }
            trace?.append(attribute)
        }
    }

    private static let types: Set<String> = ["string", "date", "int", "float", "boolean", "id"]

    private static func localName(_ name: String) -> String {
        guard let colon = name.lastIndex(of: ":") else { return name }
        return String(name[name.index(after: colon)...])
    }
}
