/// An event as it stands in the file.
struct ReferenceEvent {
    /// Milliseconds UTC.
    var time: Int64
    var person: String
    var channel: String
    var touchpoint: String
    var service: String
    var region: String
}

extension ReferenceEvent {
    /// Reads a table of events; no field may hold a comma or a line's end.
    ///
    /// - Throws: `Complaint` where a column is missing or a time is none; what the file system says.
    static func read(_ path: String) throws -> [ReferenceEvent] {
        let table = try PlainTable(path: path)
        let columns = try ["ts", "person_id", "channel", "touchpoint", "service", "region"].map(table.column)
        return try table.rows.map { row in
            let fields = PlainTable.fields(row)
            guard let time = Int64(fields[columns[0]]) else { throw Complaint("\(path): '\(row)' has no time") }
            return ReferenceEvent(
                time: time,
                person: fields[columns[1]],
                channel: fields[columns[2]],
                touchpoint: fields[columns[3]],
                service: fields[columns[4]],
                region: fields[columns[5]]
            )
        }
    }
}
