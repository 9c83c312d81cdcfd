/// Something that an answer says in words: what it is, and what it is of. Whoever prints words it, in the language settings of
/// whoever reads; answers hold no sentences, so they are the same for everybody.
public struct Remark: Codable, Hashable, Sendable {
    /// What stands in a remark, of a kind: the kind decides how it is written, and how it is protected.
    public indirect enum Value: Codable, Hashable, Sendable {
        /// How many people, or things that people did.
        case count(Int)
        /// So many of so many, where the others are a count too.
        case part(Int, of: Int)
        /// The same, written as a share.
        case rate(Int, of: Int)
        /// A number that says nothing of people: a rule's limit, services, days of data, a step.
        case number(Double)
        /// A figure of the answer, 0…1.
        case share(Double)
        /// A difference of two shares, or an end of its interval, -1…1.
        case points(Double)
        case span(Milliseconds)
        case day(CivilDate)
        case period(Period)
        /// A name from the data.
        case name(String)
        case names([String])
        /// The name of a dimension, which headings have without its prefix.
        case dimension(String)
        /// A word of the command language.
        case choice(String)
        case remark(Remark)
        case remarks([Remark])
    }

    public struct Argument: Codable, Hashable, Sendable {
        public let name: String
        public let value: Value
    }

    public let id: RemarkID
    /// In the order in which they were given; what a remark need not have is left away.
    public let arguments: [Argument]

    init(_ id: RemarkID, _ arguments: KeyValuePairs<String, Value?> = [:]) {
        self.init(id, arguments.compactMap { name, value in value.map { Argument(name: name, value: $0) } })
    }

    init(_ id: RemarkID, _ arguments: [Argument]) {
        self.id = id
        self.arguments = arguments
    }

    public subscript(name: String) -> Value? { arguments.first { $0.name == name }?.value }
}

extension Remark.Value {
    static func name(_ name: String?, or unknown: Remark) -> Self { name.map { .name($0) } ?? .remark(unknown) }

    static func day(_ day: CivilDate?, or unknown: Remark) -> Self { day.map { .day($0) } ?? .remark(unknown) }

    static func channel(_ channel: Remark.WhichChannel) -> Self {
        switch channel {
        case .named(let name): .name(name)
        case .unknown: .remark(.unknownChannel)
        case .noneInParticular: .remark(.noChannelInParticular)
        }
    }
}

extension Remark {
    /// The channel that something happened on, or that somebody asked for.
    public enum WhichChannel: Hashable, Sendable {
        case named(String)
        case unknown
        case noneInParticular
    }
}
