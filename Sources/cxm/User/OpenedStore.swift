import JourneyIndex
import JourneyModel
import JourneyStore

/// A store opened for reading.
struct OpenedStore {
    private let reader: StoreReader

    /// - Throws: `StoreError`.
    init(path: String) throws {
        reader = try StoreReader(path: path)
    }

    /// Who answers questions about what is in it now.
    func analyst() throws -> any JourneyAnalyst {
        ColumnarAnalyst(try reader.snapshot())
    }

    func summary() throws -> JourneyModel.StoreSummary {
        try reader.summary()
    }
}
