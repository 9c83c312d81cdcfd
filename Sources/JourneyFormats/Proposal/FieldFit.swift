import JourneyModel

/// Whether what stands in a column can be a field: 0 where it cannot, 1 where it can, more where it speaks for it.
struct FieldFit {
    let table: SampleTable
    let rows: ProposedRows

    func fit(_ column: ColumnValues, _ field: String) -> Double {
        switch field {
        case "time", "end", "recorded", "until", "from", "to": time(column)
        case "person", "alias": person(column)
        case "case": caseID(column)
        case "session": id(column) ? 1 : 0
        case "event_id": column.isUnique && column.fill > 0.95 && id(column) && !isCounter(column) ? 1 : 0
        case "touchpoint": touchpoint(column)
        case "channel": channel(column)
        case "service": service(column)
        case "outcome": outcome(column)
        case "direction": column.share(of: KnownValues.directions) >= 0.6 ? 1 : 0
        case "cost", "amount": column.isNumeric && !column.isBoolean && !isPlace(column) ? 1 : 0
        case "scale": column.isNumeric && column.distinct.count <= 3 ? 1 : 0
        case "duration": isLength(column) ? 1 : 0
        case "sequence", "rank": column.isNumeric && column.share(.whole) > 0.9 ? 1 : 0
        case "currency": column.share(of: KnownValues.currencies) >= 0.6 ? 1.1 : 0
        case "purpose", "variant", "basis", "reason", "source":
            isText(column) && !column.isBoolean && column.distinct.count <= 50 ? 1 : 0
        case "actor": column.isTime || column.isNumeric && column.distinctShare > 0.9 || column.isBoolean ? 0 : 1
        case "value": preferred(column)
        case "status": consent(column)
        case "score": column.isRating ? 1 : 0
        case "comment": comment(column)
        default: 1
        }
    }

    private func time(_ column: ColumnValues) -> Double {
        if column.isTime { return 0.6 + 0.4 * column.fill }
        return column.isPeriod && [.costs, .totals, .feedback].contains(rows) ? 0.9 : 0
    }

    private func isText(_ column: ColumnValues) -> Bool {
        !column.isEmpty && !column.isTime && !column.isNumeric && !column.isClock && !column.isFreeText
    }

    private func isPlace(_ column: ColumnValues) -> Bool {
        column.words.containsAny([
            "lat", "latitude", "long", "lng", "lon", "longitude", "x", "y", "easting", "northing",
        ])
    }

    /// Something that tells one from another.
    /// Numbers that go up by one from row to row, from the first: those of the next file begin anew.
    private func isCounter(_ column: ColumnValues) -> Bool {
        guard let first = column.filled.first.flatMap({ Int($0) }), (0...1).contains(first) else { return false }
        return column.filled.count > 1 && column.filled.enumerated().allSatisfy { Int($1) == first + $0 }
    }

    private func id(_ column: ColumnValues) -> Bool {
        guard !column.isEmpty, !column.isTime, !column.isClock, !column.isPeriod, !column.isFreeText, !column.isMoney
        else {
            return false
        }
        if column.saysNothing && table.rows > 2 || column.isBoolean || isPlace(column) { return false }
        if column.share(.address) > 0.5 || column.share(.percent) > 0.5 { return false }
        let hasFractions = column.share(.number) > 0.9 && column.share(.whole) < 0.5
        if hasFractions, !column.words.containsAny(["id", "visid", "pseudo"]) { return false }
        return column.distinct.count >= 3 || table.rows < 8
    }

    private func person(_ column: ColumnValues) -> Double {
        guard id(column), column.fill > 0.03, column.share(of: KnownValues.channels) < 0.5 else { return 0 }
        if column.share(.postcode) > 0.5 { return 0 }
        // From and to what, and whose name, only the values say.
        let isContact = ["from", "to", "destination", "phone", "mobile", "telephone"].contains(column.words.joined)
        if isContact, column.share(.phone) < 0.5, column.share(.email) < 0.5,
            column.share(.whole) < 0.5 || column.range.map({ $0.upperBound < 1e8 }) == true
        {
            return 0
        }
        if column.words.contains("name"), !column.words.containsAny(["id", "customer", "user", "contact", "client"]),
            !column.looksLikeNames
        {
            return 0
        }
        // A few names over many rows are kinds of customers.
        if column.distinct.count * 40 < column.filled.count, !column.words.contains("id") { return 0 }
        let isOften = [.events, .wide].contains(rows) && column.isUnique && table.rows >= 10
        return (0.65 + 0.35 * column.fill) * (isOften ? 0.9 : 1)
    }

    private func caseID(_ column: ColumnValues) -> Double {
        guard id(column), column.fill > 0.5, column.share(.email) < 0.5, column.share(.phone) < 0.5 else { return 0 }
        if column.share(of: KnownValues.channels) >= 0.5 || column.looksLikeNames { return 0 }
        if column.distinct.count * 60 < column.filled.count { return 0 }
        // A number that is counted.
        if column.isNumeric, !column.isUnique, column.words.words.count == 1, column.words.joined != "number",
            let range = column.range, range.upperBound < 1000, table.rows > 20, column.words.joined != "case"
        {
            return 0.5
        }
        return 1
    }

    private func touchpoint(_ column: ColumnValues) -> Double {
        guard isText(column) || column.isWordy && column.distinctShare <= 0.5 && !column.isTime && !column.isNumeric
        else { return 0 }
        for shape in [CellShape.email, .phone, .uuid, .postcode, .money, .percent] where column.share(shape) > 0.5 {
            return 0
        }
        if column.isBoolean || column.isPeriod || column.isEmpty { return 0 }
        let isMany = column.distinctShare > 0.6 && table.rows >= 12
        let isPage =
            column.share(.address) > 0.5 || column.words.containsAny(["page", "url", "path", "screen", "pagename"])
        if isMany { return isPage && column.distinctShare < 0.9 ? 0.7 : 0 }
        if column.looksLikeNames, column.words.containsAny(["name", "by"]), column.distinctShare > 0.2 { return 0 }
        var fit = 0.7 + 0.3 * column.fill
        if column.distinct.count == 1, table.rows > 3 { fit *= 0.7 }
        if rows != .communications, column.share(of: KnownValues.channels) >= 0.7,
            FieldVocabulary.touchpoint.score(column.words) < 84
        {
            fit *= 0.5
        }
        if column.share(of: KnownValues.directions) >= 0.7 { fit *= 0.5 }
        return fit
    }

    private func channel(_ column: ColumnValues) -> Double {
        guard isText(column), !column.isBoolean, column.distinct.count <= max(25, table.rows / 5) else { return 0 }
        let known = column.share(of: KnownValues.channels)
        if known >= 0.5 { return 1.15 }
        let isSure = FieldVocabulary.channel.score(column.words) >= 86
        return isSure ? (column.isLabels ? 0.9 : 0) : known >= 0.3 ? 0.9 : 0.45
    }

    private func service(_ column: ColumnValues) -> Double {
        guard isText(column) || column.isWordy && column.distinctShare <= 0.5 && !column.isTime && !column.isNumeric
        else { return 0 }
        if column.isBoolean || column.isEmpty || column.share(.email) > 0.5 || column.share(.address) > 0.5 { return 0 }
        let isNamed =
            max(FieldVocabulary.service.score(column.words), FieldVocabulary.costService.score(column.words)) >= 90
        if column.share(of: KnownValues.channels) >= 0.6, !isNamed { return 0 }
        if column.looksLikeNames, column.words.containsAny(["by", "to"]) { return 0 }
        if column.share(of: KnownValues.deliveries) >= 0.7 { return 0 }
        if column.distinctShare > 0.7, table.rows >= 12 { return 0 }
        return 0.8 + 0.2 * column.fill
    }

    private func outcome(_ column: ColumnValues) -> Double {
        guard isText(column) || column.isWordy && column.distinctShare <= 0.5 && !column.isTime || column.isBoolean
        else { return 0 }
        if column.isEmpty || column.distinctShare > 0.6 && table.rows >= 12 { return 0 }
        if rows == .communications, column.share(of: KnownValues.deliveries) >= 0.4 { return 1.2 }
        return column.isBoolean ? 0.8 : 1
    }

    private func isLength(_ column: ColumnValues) -> Bool {
        guard !column.isEmpty, !column.isTime else { return false }
        return column.isClock || column.isNumeric
            || column.filled.prefix(50).allSatisfy {
                $0.hasPrefix("PT") || $0.first?.isNumber == true && $0.last.map { "smhd".contains($0) } == true
            }
    }

    private func preferred(_ column: ColumnValues) -> Double {
        guard isText(column), column.distinct.count <= max(25, table.rows / 4) else { return 0 }
        if column.isBoolean { return 0.4 }
        return column.share(of: KnownValues.channels) >= 0.5 ? 1.15 : 0.9
    }

    private func consent(_ column: ColumnValues) -> Double {
        guard !column.isEmpty, !column.isTime, !column.isFreeText, column.distinct.count <= 20 else { return 0 }
        let known = column.share(of: KnownValues.consents)
        return known >= 0.6 ? 1.15 : known > 0 ? 0.8 : 0.5
    }

    private func comment(_ column: ColumnValues) -> Double {
        if column.isTime || column.isNumeric || column.isBoolean || column.isClock || column.share(.email) > 0.5 {
            return 0
        }
        if column.share(.address) > 0.5 || column.share(.uuid) > 0.5 || column.share(of: KnownValues.ratings) > 0.5 {
            return 0
        }
        return column.isEmpty ? 0.8 : column.isFreeText || column.isWordy ? 1.1 : 0.7
    }
}
