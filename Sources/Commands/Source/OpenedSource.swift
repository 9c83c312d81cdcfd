import JourneyModel

/// A source of data opened for reading, and what of it this process may show.
struct OpenedSource {
    let source: any DataSource
    let protection: Protection

    /// As headers show it.
    var name: String { source.name }

    init(_ source: any DataSource, _ protection: Protection) {
        self.source = source
        self.protection = protection
    }

    /// - Parameter argument: as `--store` takes it.
    /// - Throws: what opening throws: `StoreError` of a store.
    init(opening argument: String, _ protection: Protection) async throws {
        self.init(try await SourceArgument.open(argument), protection)
    }

    /// Who answers questions about what is in it now, and whether that is made up.
    struct Reading {
        let analyst: any JourneyAnalyst
        let isDemo: Bool
    }

    /// - Parameter progress: shows how far the reading is, where it takes long.
    func read(progress: ProgressLine? = nil) async throws -> Reading {
        defer { progress?.clear() }
        let analyst = try await source.analyst(
            cancellation: Interrupt.cancellation,
            progress: { progress?.show("making the index", share: $0) }
        )
        return Reading(analyst: protection.analyst(analyst), isDemo: analyst.isDemo)
    }

    func summary() async throws -> StoreSummary {
        protection.summary(try await source.summary())
    }
}
