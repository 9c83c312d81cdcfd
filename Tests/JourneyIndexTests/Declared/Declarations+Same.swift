import JourneyModel

extension Declarations {
    /// Says that some names of random towns are the same: also one that is in no event, and one of which only the others are.
    mutating func nameTheSame() {
        channels = [
            ChannelEntry(name: "Online", kind: .digital, same: ["web", "app"]),
            ChannelEntry(name: "phone", kind: .phone, same: ["counter", "nowhere"]),
        ]
        touchpoints = [SameNames(name: "form", same: ["info"])]
        var services = services
        if let place = services.firstIndex(where: { $0.name == "housing" }) {
            services[place].same = ["bins"]
        } else {
            var service = Service(name: "housing")
            service.same = ["bins"]
            services.append(service)
        }
        services.removeAll { $0.name == "bins" }
        self.services = services.sorted { $0.name < $1.name }
    }
}
