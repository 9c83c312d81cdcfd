/// What the first events of a log say about its attributes. They may come as far behind the log's own head as they like.
struct XESSample {
    private(set) var table = TableSample(columns: [])
    private let missing: MissingWords
    private var places: [String: Int] = [:]
    private var bytes = 0

    init(missing: MissingWords) {
        self.missing = missing
    }

    /// Whether enough events were looked at.
    var isFull: Bool { table.rows >= TableSample.mostRows || bytes >= TableSample.bytes }

    mutating func add(_ event: XESEvent) {
        table.rows += 1
        for attribute in event.trace { add("case:" + attribute.key, attribute.value) }
        for attribute in event.attributes { add(attribute.key, attribute.value) }
    }

    private mutating func add(_ name: String, _ value: String) {
        bytes += name.utf8.count + value.utf8.count
        var text = value
        if text.withUTF8(missing.matches) { return }
        let place = places[name] ?? table.columns.count
        if place == table.columns.count {
            places[name] = place
            table.columns.append(ColumnProfile(name: name))
        }
        table.columns[place].add(value, row: table.rows)
    }
}
