import JourneyModel

/// What a store holds beside its events, person by name: read when the first question asks for it.
struct SideRecords: Sendable {
    var preferences: [PreferenceRecord] = []
    var consents: [ConsentRecord] = []
    var feedback: [FeedbackRecord] = []
    var costs: [CostRecord] = []
    var assessments: [AssessmentRecord] = []
    var annotations: [AnnotationRecord] = []

    init() {}

    init(_ snapshot: JourneySnapshot) {
        preferences = snapshot.preferences
        consents = snapshot.consents
        feedback = snapshot.feedback
        costs = snapshot.costs
        assessments = snapshot.assessments
        annotations = snapshot.annotations
    }
}

extension SideRecords {
    func write(to writer: inout ByteWriter) {
        writer.put(all: preferences) { writer, record in
            writer.put(record.person)
            writer.put(record.time.milliseconds)
            writer.put(record.kind.rawValue)
            writer.put(record.purpose.rawValue)
            writer.put(optional: record.service) { $0.put($1) }
            writer.put(optional: record.value) { $0.put($1) }
            writer.put(Int64(record.rank))
        }
        writer.put(all: consents) { writer, record in
            writer.put(record.person)
            writer.put(record.time.milliseconds)
            writer.put(record.status.rawValue)
            writer.put(record.purpose)
            writer.put(optional: record.channel) { $0.put($1) }
            writer.put(optional: record.until) { $0.put($1.milliseconds) }
            writer.put(optional: record.basis) { $0.put($1) }
        }
        writer.put(all: feedback) { writer, record in
            writer.put(record.time.milliseconds)
            for text in [
                record.person, record.service, record.channel, record.touchpoint, record.outcome, record.comment,
            ] { writer.put(optional: text) { $0.put($1) } }
            writer.put(optional: record.score) { $0.put($1) }
            writer.put(record.scale)
        }
        writer.put(all: costs) { writer, record in
            writer.put(record.service)
            writer.put(optional: record.channel) { $0.put($1) }
            writer.put(record.amount)
            writer.put(record.currency)
            writer.put(record.from.milliseconds)
            writer.put(record.to.milliseconds)
            writer.put(optional: record.source) { $0.put($1) }
        }
        writer.put(all: assessments) { writer, record in
            writer.put(record.criterion)
            writer.put(record.kind.rawValue)
            writer.put(record.score)
            writer.put(record.statement)
            writer.put(record.owner)
            writer.put(record.date.milliseconds)
            writer.put(optional: record.expires) { $0.put($1.milliseconds) }
        }
        writer.put(all: annotations) { writer, record in
            writer.put(record.time.milliseconds)
            writer.put(optional: record.service) { $0.put($1) }
            writer.put(record.text)
        }
    }

    init(from reader: inout ByteReader) throws {
        preferences = try reader.all { reader in
            PreferenceRecord(
                person: try reader.text(),
                time: try reader.time(),
                kind: try reader.word(PreferenceRecord.Kind.self),
                purpose: try reader.word(PreferenceRecord.Purpose.self),
                service: try reader.optional { try $0.text() },
                value: try reader.optional { try $0.text() },
                rank: Int(try reader.take(Int64.self))
            )
        }
        consents = try reader.all { reader in
            ConsentRecord(
                person: try reader.text(),
                time: try reader.time(),
                status: try reader.word(ConsentRecord.Status.self),
                purpose: try reader.text(),
                channel: try reader.optional { try $0.text() },
                until: try reader.optional { try $0.time() },
                basis: try reader.optional { try $0.text() }
            )
        }
        feedback = try reader.all { reader in
            var record = FeedbackRecord(time: try reader.time())
            record.person = try reader.optional { try $0.text() }
            record.service = try reader.optional { try $0.text() }
            record.channel = try reader.optional { try $0.text() }
            record.touchpoint = try reader.optional { try $0.text() }
            record.outcome = try reader.optional { try $0.text() }
            record.comment = try reader.optional { try $0.text() }
            record.score = try reader.optional { try $0.number() }
            record.scale = try reader.number()
            return record
        }
        costs = try reader.all { reader in
            CostRecord(
                service: try reader.text(),
                channel: try reader.optional { try $0.text() },
                amount: try reader.number(),
                currency: try reader.text(),
                from: try reader.time(),
                to: try reader.time(),
                source: try reader.optional { try $0.text() }
            )
        }
        assessments = try reader.all { reader in
            AssessmentRecord(
                criterion: try reader.text(),
                kind: try reader.word(AssessmentRecord.Kind.self),
                score: try reader.number(),
                statement: try reader.text(),
                owner: try reader.text(),
                date: try reader.time(),
                expires: try reader.optional { try $0.time() }
            )
        }
        annotations = try reader.all { reader in
            AnnotationRecord(
                time: try reader.time(),
                service: try reader.optional { try $0.text() },
                text: try reader.text()
            )
        }
    }
}

extension ByteReader {
    mutating func time() throws(Malformed) -> Timestamp { Timestamp(milliseconds: try take()) }

    /// A value that was written by its word.
    mutating func word<Value: RawRepresentable>(_ type: Value.Type) throws(Malformed) -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: try text()) else { throw Malformed() }
        return value
    }
}
