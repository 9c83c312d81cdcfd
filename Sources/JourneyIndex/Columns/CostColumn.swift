/// Costs, one an event: floating-point numbers, or, where all are whole numbers of some part of the unit, how many of these
/// parts, in the smallest width that holds them all.
struct CostColumn: Sendable {
    private let parts: CodeColumn
    private let amounts: Column<Double>?
    private let scale: Double

    init(_ amounts: Column<Double>) {
        self.amounts = amounts
        parts = CodeColumn(absent: amounts.count)
        scale = 1
    }

    /// - Parameter scale: parts to the unit.
    init(_ parts: CodeColumn, scale: Int64) {
        amounts = nil
        self.parts = parts
        self.scale = Double(scale)
    }

    /// Not a number where the event has none.
    subscript(index: Int) -> Double {
        if let amounts { return amounts[index] }
        let count = parts[index]
        return count < 0 ? .nan : Double(count) / scale
    }

    func gathered(at order: Column<Int32>) -> CostColumn {
        if let amounts { return CostColumn(amounts.gathered(at: order)) }
        return CostColumn(parts.gathered(at: order), scale: Int64(scale))
    }
}

/// Finds out whether costs can be kept as whole numbers, and of which part of the unit.
struct CostScale {
    /// Parts to the unit that are tried, by place.
    private static let scales: [Int64] = [1, 100]
    private var fits = [true, true]
    private(set) var most = 0.0

    mutating func take(_ costs: [Double]) {
        for cost in costs where !cost.isNaN {
            most = max(most, cost)
            for place in fits.indices where fits[place] {
                let parts = (cost * Double(CostScale.scales[place])).rounded()
                let isExact =
                    parts >= 0 && parts < 2e9 && parts / Double(CostScale.scales[place]) == cost
                    && cost.sign == .plus
                if !isExact { fits[place] = false }
            }
        }
    }

    /// Parts to the unit; 0: floating-point numbers.
    var scale: Int64 { zip(CostScale.scales, fits).first { $0.1 }?.0 ?? 0 }

    /// A cost's cell from the bits of the number.
    static func cell(_ bits: Int64, scale: Int64) -> Int64 {
        cell(of: Double(bitPattern: UInt64(bitPattern: bits)), scale: scale)
    }

    /// The cell of a cost that is a whole number of parts, of which there are `scale` to the unit.
    static func cell(of cost: Double, scale: Int64) -> Int64 {
        cost.isNaN ? 0 : Int64((cost * Double(scale)).rounded()) + 1
    }

    /// The bits of the number from a cost's cell.
    static func bits(_ cell: Int64, scale: Int64) -> Int64 {
        let cost = cell == 0 ? Double.nan : Double(cell - 1) / Double(scale)
        return Int64(bitPattern: cost.bitPattern)
    }
}
