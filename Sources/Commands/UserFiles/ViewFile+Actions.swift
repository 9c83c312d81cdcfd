import Dashboard

/// The file of views as the dashboard wants it changed: what to tell the dashboard then.
extension ViewFile {
    func saving(_ view: NamedView) -> [Action] {
        changing("saved as \(view.name) in") { () throws(Complaint) in try save(view) }
    }

    func deleting(_ name: String) -> [Action] {
        changing("\(name) deleted from") { () throws(Complaint) in try delete(name) }
    }

    private func changing(_ done: String, _ work: () throws(Complaint) -> [NamedView]) -> [Action] {
        do {
            return [.views(try work()), .message("\(done) \(path)")]
        } catch {
            return [.message("\(error.message); \(error.hint)")]
        }
    }
}
