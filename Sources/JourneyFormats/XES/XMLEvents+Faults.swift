import CXML

/// What is wrong with a document, in words, with the way out.
extension XMLEvents {
    func fault(of reader: OpaquePointer) -> ImportError {
        var line: Int32 = 0
        var code: Int32 = 0
        let fault = cxml_first_fault(reader, &line, &code)
        let place = Int(line)
        switch fault {
        case CXML_MEMORY: return outOfMemory
        case CXML_TOO_LARGE: return tooLarge(line: place)
        case CXML_ENCODING:
            return ImportError(
                "\(position(place)): a character is not of the file's encoding",
                hint: "Nothing was stored. Save the file as UTF-8, or name its encoding in its first line, for example "
                    + "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
            )
        case CXML_ENTITY:
            return refusal(
                place,
                "there is an entity that XML itself does not have",
                hint: "Write the text in its place: only &amp; &lt; &gt; &quot; &apos; and numbers are read."
            )
        case CXML_DECLARATIONS:
            return refusal(
                place,
                "the document has declarations of its own (a DTD)",
                hint: "Nothing was stored. Take <!DOCTYPE ...> out; an XES log needs none."
            )
        case CXML_CUT: return broken(place, isWhole ? "something comes after its end" : "it ends too early")
        default: return broken(place, XMLEvents.words[code] ?? "error \(code)")
        }
    }

    func refusal(
        _ line: Int,
        _ what: String,
        hint: String = "Nothing was stored. Ask for the log to be exported in another way, or as CSV."
    ) -> ImportError {
        ImportError("\(position(line)): \(what)", hint: hint)
    }

    func tooLarge(line: Int) -> ImportError {
        refusal(line, "a tag, a comment, an instruction or a text is longer than \(XMLEvents.maxMarkup >> 20) MiB")
    }

    var outOfMemory: ImportError {
        ImportError("\(name): there is no memory left to read on", hint: "Free some memory and try again.")
    }

    private func broken(_ line: Int, _ reason: String) -> ImportError {
        ImportError(
            "\(position(line)): the XML is broken (\(reason))",
            hint: "Nothing was stored. Check the file with xmllint --noout, or write it anew."
        )
    }

    private func position(_ line: Int) -> String { "\(name), line \(max(1, line))" }

    /// By libxml2's numbers.
    private static let words: [Int32: String] = [
        4: "no start tag", 8: "a character reference that is none",
        9: "a character that XML does not allow", 38: "a < in the value of an attribute",
        39: "the value of an attribute is not quoted", 40: "the value of an attribute is not closed",
        41: "an attribute without a value", 42: "an attribute given twice", 45: "a comment that is not closed",
        46: "an instruction without a name", 47: "an instruction that is not closed",
        56: "a declaration that is not closed",
        61: "a DTD that is not closed", 65: "a space is missing", 68: "a name is missing", 73: "a > is missing",
        76: "a tag is not closed, or not the one that was opened",
        80: "two hyphens inside a comment",
    ]
}
