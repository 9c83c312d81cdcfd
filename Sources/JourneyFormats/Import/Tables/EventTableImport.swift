import JourneyModel
import Threads

/// Puts together what was read of a table's chunks. A chunk that does not begin where the one before ended, because it was
/// cut in a row, is read again from the right place: what comes out is what reading row by row gives.
final class EventTableImport {
    private let session: ImportSession
    private let times: ColumnTimes
    private var reader: ChunkReader
    /// Bytes of the table that were cut off behind the last row read.
    private let rest = PaddedBytes(capacity: 0)
    /// Where the next row begins, counted as `TableChunk.start` is.
    private var position = 0
    private var linesBefore: Int
    private var skipped: FaultyRow?
    private var pairs = PersonPairs()
    private var eventless = 0

    init(_ session: ImportSession, form: TableForm, times: ColumnTimes, firstLine: Int) {
        self.session = session
        self.times = times
        reader = ChunkReader(form)
        linesBefore = firstLine
    }

    func run(_ pool: ChunkPool) throws {
        try pool.forEach(session.pulse.cancellation) { item in
            try take(item.chunk, item.reading)
            try session.pulse.beat(bytes: item.chunk.consumedBytes, rows: session.rows)
        }
        for record in pairs.records { try session.take(record) }
        if !pairs.times.isEmpty {
            let text = "pairs of ids that stand on one row and so are one person's: \(pairs.times.count)"
            session.note("aliases", text, count: pairs.times.count)
        }
        if eventless > 0 {
            session.note(
                "rows-without-events",
                "rows that have a time for none of their events: \(eventless)",
                count: eventless
            )
        }
        try session.beat(isLast: true)
    }

    private func take(_ chunk: TableChunk, _ reading: ChunkReading) throws {
        guard position == chunk.start, skipped == nil else { return try readAgain(chunk) }
        try deliver(reading)
        position = chunk.start + reading.end
        keepRest(chunk.bytes, reading.end..<max(reading.end, chunk.limit))
    }

    private func readAgain(_ chunk: TableChunk) throws {
        // A line feed after a carriage return, and what is skipped, may reach into the chunk.
        let start = max(0, position - chunk.start)
        let before = rest.count
        rest.append(chunk.bytes, 0..<chunk.bytes.count)
        let region = CSVRegion(rest, limit: before + chunk.limit, isAtEnd: chunk.isLast)
        let reading = reader.read(region, from: start, skipped: skipped)
        try deliver(reading)
        position = chunk.start - before + reading.end
        keepRest(rest, reading.end..<max(reading.end, before + chunk.limit))
    }

    private func keepRest(_ bytes: PaddedBytes, _ range: Range<Int>) {
        if bytes === rest {
            rest.removeLast(rest.count - range.upperBound)
            rest.removeFirst(range.lowerBound)
        } else {
            rest.removeAll()
            rest.append(bytes, range)
        }
    }

    private func deliver(_ reading: ChunkReading) throws {
        session.didRead(reading.rows)
        for faulty in reading.faulty { try session.reject(faulty.reject(linesBefore: linesBefore)) }
        for (row, left) in reading.partial {
            let reject = row.reject(linesBefore: linesBefore)
            try session.partial(left, line: reject.line, raw: reject.raw)
        }
        for batch in reading.batches { try session.take(batch) }
        pairs.add(reading.pairs)
        eventless += reading.eventless
        if let time = reading.unplaced {
            throw times.withoutZone(column: time.column, example: time.example, line: time.line + linesBefore)
        }
        linesBefore += reading.lines
        skipped = reading.skipped?.counted(from: reading.lines)
    }
}
