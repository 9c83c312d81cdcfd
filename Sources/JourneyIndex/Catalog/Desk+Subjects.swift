extension Desk {
    /// - Throws: `CancellationError`.
    func subjects(_ bench: Workbench) async throws -> SubjectCount {
        if let subjects = kept(SubjectCount.self) { return subjects }
        return keep(try await SubjectCount.of(bench))
    }
}
