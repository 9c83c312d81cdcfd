internal import JourneyModel

/// The imports that brought the same bytes as one that is under way.
struct RepeatedBatches {
    /// What becomes of a file.
    struct Decision {
        /// Whether it is to be stored although it is known.
        var isAgain = false
        /// The imports to take out first.
        var replaced: [Int64] = []
        /// Whether it can say nothing else than it said before: then nothing has to be compared.
        var saysTheSame = false
    }

    private struct Known {
        var batch: Int64
        /// Whether a row of it said something else of a known id.
        var hasChanged: Bool
        var source: String
        var file: String?
        var mapping: UInt64
    }

    private let origin: BatchOrigin
    private let connection: OpaquePointer

    init(_ origin: BatchOrigin, _ connection: OpaquePointer) {
        self.origin = origin
        self.connection = connection
    }

    /// What becomes of the file.
    ///
    /// - Parameter isRead: whether it has been read: too late for taking anything out first.
    /// - Throws: `RepeatedImport` where it is known and nobody said what is to become of it.
    func decide(_ mark: ImportMark?, isRead: Bool) throws -> Decision {
        guard let mark else { return Decision() }
        let known = try known(mark.content)
        guard let first = known.first else { return Decision() }
        let own = known.filter { $0.source == origin.source }
        let choices = origin.choices
        if choices.again || choices.replaces {
            // Of another source nothing is known by what this one's rows are known by.
            if isRead, choices.replaces || !own.isEmpty { throw complaint(.readOnce, first) }
            if choices.replaces { return Decision(replaced: (own.isEmpty ? known : own).map(\.batch)) }
            return Decision(isAgain: !own.isEmpty)
        }
        let named = own.filter { $0.file == origin.fileName }
        // The same in every way adds nothing, and says so.
        if let same = named.first(where: { $0.mapping == mark.mapping }) {
            let versions = try RawStatement(connection, "SELECT 1 FROM event_versions LIMIT 1")
            return Decision(saysTheSame: try !same.hasChanged && !versions.step())
        }
        throw named.first.map { complaint(.otherMapping, $0) } ?? complaint(.otherName, first)
    }

    private func complaint(_ reason: RepeatedImport.Reason, _ known: Known) -> RepeatedImport {
        RepeatedImport(
            reason: reason,
            file: origin.fileName ?? "standard input",
            batch: known.batch,
            knownFile: known.file,
            source: known.source
        )
    }

    private func known(_ content: ContentMark) throws -> [Known] {
        let rows = try RawStatement(
            connection,
            """
            SELECT b.id, s.name, b.file, b.mapping, b.changed > 0 FROM batches b JOIN sources s ON s.id = b.source
            WHERE b.bytes = ?1 AND b.content = ?2 AND b."read" > 0 ORDER BY b.id
            """
        )
        rows.bind(Int64(content.bytes), at: 1)
        rows.bind(Int64(bitPattern: content.hash), at: 2)
        var known: [Known] = []
        while try rows.step() {
            known.append(
                Known(
                    batch: rows.int(0),
                    hasChanged: rows.int(4) != 0,
                    source: rows.text(1),
                    file: rows.optionalText(2),
                    mapping: UInt64(bitPattern: rows.int(3))
                )
            )
        }
        return known
    }
}

extension StoreWriter {
    /// Whether an import brought as many bytes, by the lower 32 bits of their number: then it is worth finding out whether they are
    /// the same.
    public func mayHave(bytes: UInt32) throws -> Bool {
        try write { _, connection in
            let row = try RawStatement(
                connection,
                #"SELECT 1 FROM batches WHERE bytes & 4294967295 = ?1 AND "read" > 0 LIMIT 1"#
            )
            row.bind(Int64(bytes), at: 1)
            return try row.step()
        }
    }
}
