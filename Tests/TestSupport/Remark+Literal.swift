public import JourneyModel

// Tests put words of their own into answers, as a remark that is nothing but names from the data.
extension Remark: ExpressibleByUnicodeScalarLiteral {}
extension Remark: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Remark: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .names([text]) }
}
