/// A table while its text is being read. Which of the ways to write a table made it decides what may still be added.
final class TOMLNode {
    enum Origin {
        /// Named on the way to another: `a` in `[a.b]`.
        case implied
        /// By a header of its own.
        case header
        /// By a dotted key: `a` in `a.b = 1`.
        case dotted
    }

    enum Content {
        /// Whole: nothing is added to it, also where it is a table in braces or a list in brackets.
        case value(TOMLValue.Kind)
        case table(TOMLNode)
        /// Written with `[[…]]`.
        case tables(List)
    }

    /// A list that grows in its place, however many look at it.
    final class List {
        var tables: [TOMLNode]

        init(_ first: TOMLNode) { tables = [first] }
    }

    struct Member {
        let key: String
        var keyPlace: TOMLPlace
        let valuePlace: TOMLPlace
        var content: Content
    }

    var origin: Origin
    let place: TOMLPlace
    private var members: [Member] = []
    private var indexes: [TOMLName: Int] = [:]

    init(_ origin: Origin, at place: TOMLPlace) {
        self.origin = origin
        self.place = place
    }

    subscript(key: String) -> Content? { indexes[TOMLName(key)].map { members[$0].content } }

    func line(of key: String) -> Int? { indexes[TOMLName(key)].map { members[$0].keyPlace.line } }

    /// `key` must be new.
    func add(_ key: TOMLParser.Key, _ content: Content, at place: TOMLPlace? = nil) {
        indexes[TOMLName(key.name)] = members.count
        members.append(
            Member(key: key.name, keyPlace: key.place, valuePlace: place ?? key.place, content: content)
        )
    }

    /// A table that was only implied has a header of its own after all: that is where it stands.
    func define(_ key: TOMLParser.Key) {
        guard let index = indexes[TOMLName(key.name)], case .table(let table) = members[index].content else { return }
        table.origin = .header
        members[index].keyPlace = key.place
    }

    /// The table as a value. What is in it is given up on the way.
    func finished() -> TOMLTable {
        TOMLTable(
            members.map { member in
                let value: TOMLValue
                switch member.content {
                case .value(let kind): value = TOMLValue(kind: kind, place: member.valuePlace)
                case .table(let table): value = TOMLValue(kind: .table(table.finished()), place: member.valuePlace)
                case .tables(let list):
                    let values = list.tables.map { TOMLValue(kind: .table($0.finished()), place: $0.place) }
                    value = TOMLValue(kind: .array(values), place: member.valuePlace)
                }
                return TOMLTable.Entry(key: member.key, place: member.keyPlace, value: value)
            }
        )
    }
}
