import Foundation
import FoundationXML
import Testing

/// A page read by a strict XML parser: what is not closed, not quoted or not escaped is an error here, where a browser
/// would guess.
struct ParsedPage {
    struct Element {
        var name: String
        var attributes: [String: String]
        /// Names of the elements around it, from the outermost in.
        var path: [String]
        /// Text inside it, also deeper.
        var text = ""
    }

    struct Table {
        var caption: String
        var columns: Int
        var rows: [[String]]
    }

    /// In the order of the page.
    var elements: [Element]

    init(_ html: String) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = reader
        parser.shouldResolveExternalEntities = false
        let isRead = parser.parse()
        let position = "line \(parser.lineNumber), column \(parser.columnNumber)"
        try #require(isRead, "\(position): \(String(describing: parser.parserError))")
        elements = reader.elements
    }

    func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// How many elements of each name there are.
    var census: [String: Int] {
        elements.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    }

    var tables: [Table] {
        var tables: [Table] = []
        for element in elements where element.path.contains("table") {
            switch element.name {
            case "caption": tables.append(Table(caption: element.text, columns: 0, rows: []))
            case "tr" where element.path.last == "tbody": tables[tables.count - 1].rows.append([])
            case "th" where element.path.contains("thead"): tables[tables.count - 1].columns += 1
            case "th", "td":
                let last = tables.count - 1
                tables[last].rows[tables[last].rows.count - 1].append(element.text)
            default: break
            }
        }
        return tables
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            let path = open.map { elements[$0].name }
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes, path: path))
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            for index in open { elements[index].text += text }
        }
    }
}
