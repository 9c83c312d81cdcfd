/// The one list of screens, in the order of the row of screens, the palette and the documents. A new screen is added here.
enum Screens {
    static let list = ScreenList(
        OverviewScreen(),
        FunnelScreen(),
        PathsScreen(),
        ChannelsScreen(),
        PreferencesScreen(),
        MaturityScreen(),
        DataScreen(),
        PeopleScreen(),
        EquityScreen()
    )
}
