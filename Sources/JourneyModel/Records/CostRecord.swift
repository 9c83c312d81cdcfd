/// What providing a service costs over a span of time (D14).
public struct CostRecord: Hashable, Sendable {
    public var service: String
    /// Nil: shared by all channels.
    public var channel: String?
    public var amount: Double
    public var currency: String
    public var from: Timestamp
    public var to: Timestamp
    public var source: String?

    public init(
        service: String,
        channel: String? = nil,
        amount: Double,
        currency: String,
        from: Timestamp,
        to: Timestamp,
        source: String? = nil
    ) {
        self.service = service
        self.channel = channel
        self.amount = amount
        self.currency = currency
        self.from = from
        self.to = to
        self.source = source
    }
}

extension RecordField {
    private static let number: UInt8 = 4

    public static let costService = RecordField(number, "service", .text, isRequired: true, "whose cost it is (D14)")
    public static let costChannel = RecordField(number, "channel", .text, "without it: shared by all channels")
    public static let costAmount = RecordField(
        number,
        "amount",
        .real,
        isRequired: true,
        unit: "the currency's",
        "how much"
    )
    public static let costCurrency = RecordField(
        number,
        "currency",
        .text,
        isRequired: true,
        "in what: `EUR`, `GBP` or any other word"
    )
    public static let costFrom = RecordField(
        number,
        "from",
        column: "valid_from",
        .time,
        isRequired: true,
        "when the span of time begins that it was for"
    )
    public static let costTo = RecordField(
        number,
        "to",
        column: "valid_to",
        .time,
        isRequired: true,
        "when that span ends: later than `from`"
    )
    public static let costSource = RecordField(number, "source", .text, isIndexed: false, "where the figure is from")
}

extension RecordKind {
    public static let costs = RecordKind(
        4,
        "costs",
        "What providing a service costs over a span of time.",
        fields: [.costService, .costChannel, .costAmount, .costCurrency, .costFrom, .costTo, .costSource],
        settle: { record in
            guard let from = record.time(.costFrom), let to = record.time(.costTo) else { return nil }
            return to <= from ? "to is not after from" : nil
        }
    )
}

extension CostRecord: TypedRecord {
    public static var kind: RecordKind { .costs }

    public init?(_ record: SideRecord) {
        guard let service = record.text(.costService), let amount = record.real(.costAmount),
            let currency = record.text(.costCurrency), let from = record.time(.costFrom), let to = record.time(.costTo)
        else { return nil }
        self.init(
            service: service,
            channel: record.text(.costChannel),
            amount: amount,
            currency: currency,
            from: from,
            to: to,
            source: record.text(.costSource)
        )
    }

    public var values: [RecordValue] {
        [.text(service), .of(channel), .real(amount), .text(currency), .of(from), .of(to), .of(source)]
    }
}

extension JourneyRecord {
    public static func cost(_ record: CostRecord) -> JourneyRecord { .side(record.record) }
}
