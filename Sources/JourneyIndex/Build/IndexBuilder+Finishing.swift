public import JourneyModel
public import Threads

extension IndexBuilder {
    /// Writes the columns of all that was taken, while what else there is to know is not known yet: what `finish` then has
    /// left is little. Nothing takes effect.
    ///
    /// - Parameters:
    ///   - stamp: the state of the store before the events.
    ///   - cancellation: asked now and then.
    /// - Throws: `IndexFault`: `unfit` and `damaged` want an index made anew. `CancellationError`.
    public func arrange(after stamp: StoreStamp, cancellation: Cancellation = .never) throws {
        guard events > 0 else { return }
        let aliases = AliasTable(older?.manifest.aliases ?? [])
        arranged = try assembly(aliases, name: "columns-after-" + String(stamp.state, radix: 16), cancellation)
    }

    /// Puts together what was taken and makes it the index that counts.
    ///
    /// - Parameter cancellation: asked now and then.
    /// - Throws: `IndexFault`: nothing has changed then. `unfit` and `damaged` want an index made anew; with `unknownCode` it
    ///   is the store that is damaged, or the index that was brought up to date. `CancellationError`.
    public func finish(_ tables: IndexTables, cancellation: Cancellation = .never) throws -> IndexImage {
        try checkCodes(tables)
        let aliases = AliasTable(tables.aliases)
        if let arranged, arranged.aliases == aliases { return try arranged.publish(tables) }
        // Its files are closed before they are written again.
        arranged = nil
        let name = "columns-" + String(tables.stamp.state, radix: 16)
        return try assembly(aliases, name: name, cancellation).publish(tables)
    }

    private func assembly(
        _ aliases: AliasTable,
        name: String,
        _ cancellation: Cancellation
    ) throws -> IndexAssembly {
        let assembly = try IndexAssembly(self, aliases, name: name)
        try assembly.run(cancellation: cancellation)
        return assembly
    }
}
