extension Desk {
    func sides(_ bench: Workbench) -> SideHistories {
        if let sides = kept(SideHistories.self) { return sides }
        return keep(SideHistories(bench.source))
    }
}
