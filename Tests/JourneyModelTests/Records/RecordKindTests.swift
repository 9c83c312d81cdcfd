import JourneyModel
import Testing

@Suite("The table of every kind of record")
struct RecordKindTests {
    @Test("numbers, names and columns are given once")
    func names() {
        #expect(Set(RecordKind.all.map(\.number)).count == RecordKind.all.count)
        #expect(Set(RecordKind.all.map(\.name)).count == RecordKind.all.count)
        // Events and people are rows of their own, rejected rows a table of their own.
        #expect(!RecordKind.all.contains { ["events", "people", "rejects"].contains($0.name) || $0.number == 7 })
        for kind in RecordKind.all {
            #expect(Set(kind.fields.map(\.name)).count == kind.fields.count, "\(kind.name)")
            #expect(Set(kind.fields.map(\.column)).count == kind.fields.count, "\(kind.name)")
            #expect(kind.fields.allSatisfy { $0.kind == kind }, "\(kind.name)")
            #expect(!kind.fields.contains { ["id", "batch"].contains($0.column) }, "\(kind.name)")
            #expect(kind.time != nil && !kind.about.isEmpty, "\(kind.name)")
        }
    }

    /// Stores know equal rows by the kind's number and the order of its fields, indexes know columns by both.
    @Test(
        "what stands in stores and indexes is as it was published; a new field comes last",
        arguments: [
            (0, "aliases", "alias person time reason"),
            (1, "preferences", "person time kind purpose service value rank"),
            (2, "consents", "person time status purpose channel until basis"),
            (3, "feedback", "time person service channel touchpoint outcome score scale comment"),
            (4, "costs", "service channel amount currency valid_from valid_to source"),
            (5, "assessments", "criterion kind score statement owner date expires"),
            (6, "annotations", "time service text"),
        ]
    )
    func published(number: UInt8, name: String, columns: String) throws {
        let kind = try #require(RecordKind.of(number: number))
        #expect(kind.name == name && RecordKind.of(name: name) == kind && kind.since == 1)
        let known = columns.split(separator: " ").map(String.init)
        #expect(Array(kind.fields.map(\.column).prefix(known.count)) == known)
        for (place, field) in kind.fields.enumerated() {
            #expect(field.code == UInt32(number) << 8 | UInt32(place))
            #expect(RecordField.of(code: field.code) == field)
        }
    }

    @Test("a code that no field has is none")
    func unknown() {
        #expect(RecordField.of(code: 7 << 8) == nil && RecordField.of(code: 1 << 8 | 200) == nil)
        #expect(RecordField.of(code: .max) == nil)
        #expect(RecordKind.of(number: 7) == nil && RecordKind.of(name: "events") == nil)
    }

    @Test("a record has as many values as its kind has fields, whatever it is made of")
    func lengths() {
        let fields = RecordKind.annotations.fields.count
        for count in 0...fields + 2 {
            let given = (0..<count).map { RecordValue.whole(Int64($0)) }
            let expected = (0..<fields).map { $0 < count ? RecordValue.whole(Int64($0)) : .none }
            #expect(SideRecord(.annotations, given).values == expected)
        }
    }

    @Test("a field has a place in its own kind alone, whichever copy of it asks")
    func places() {
        for kind in RecordKind.all {
            for (place, field) in kind.fields.enumerated() {
                let copy = RecordField(kind.number, field.name, field.form, "")
                #expect(kind.place(of: field) == place && kind.place(of: copy) == place)
                #expect(RecordKind.all.filter { $0.place(of: field) != nil } == [kind])
            }
        }
    }

    @Test("what stands where a file says nothing is of the field's form, and within its bounds")
    func standards() {
        for field in RecordKind.all.flatMap(\.fields) {
            switch (field.form, field.standard) {
            case (_, .none), (.text, .text), (.person, .text), (.time, .whole): break
            case (.whole, .whole(let value)): #expect(field.bounds?.contains(Double(value)) != false)
            case (.real, .real(let value)): #expect(field.bounds?.contains(value) != false)
            default: Issue.record("\(field.path) cannot be \(field.standard)")
            }
            #expect(!(field.isRequired && field.standard != .none), "\(field.path)")
            #expect(field.words == nil || field.form == .text, "\(field.path)")
        }
    }

    @Test("a record as a type of its own is the same record")
    func typed() throws {
        let time = Timestamp(milliseconds: 5)
        let records: [any TypedRecord] = [
            PreferenceRecord(person: "p", time: time, kind: .captured, purpose: .content, value: "v", rank: 2),
            ConsentRecord(
                person: "p",
                time: time,
                status: .denied,
                purpose: "x",
                channel: "c",
                until: time,
                basis: "b"
            ),
            FeedbackRecord(time: time, person: "p", outcome: "o", score: 2, scale: 7, comment: "c"),
            CostRecord(service: "s", amount: 2, currency: "EUR", from: time, to: time.advanced(by: 1), source: "w"),
            AliasRecord(alias: "a", person: "p", time: time, reason: "login"),
            AssessmentRecord(criterion: "I1", kind: .attested, score: 3, statement: "s", owner: "o", date: time),
            AnnotationRecord(time: time, service: "s", text: "t"),
        ]
        for record in records {
            #expect(record.values.count == record.record.kind.fields.count)
            #expect(type(of: record).init(record.record)?.record == record.record)
            #expect(type(of: record).init(SideRecord(record.record.kind)) == nil)
        }
    }
}
