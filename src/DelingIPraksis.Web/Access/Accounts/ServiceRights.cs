namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>A user's role in the whole service, independent of gatherings.</summary>
public enum ServiceRole
{
    /// <summary>Nobody has signed in.</summary>
    Stranger,

    /// <summary>A visitor of the demo: it has rights only in its own demo gathering.</summary>
    DemoVisitor,

    /// <summary>An account.</summary>
    Organiser,

    /// <summary>An administrator: the first organiser, and those that the command line appoints.</summary>
    Administrator,
}

/// <summary>Rights in the service, independent of gatherings.</summary>
public enum ServiceRight
{
    /// <summary>Create or import a gathering that is not a demo.</summary>
    MakeGathering,

    /// <summary>Let the server check whether links answer.</summary>
    CheckLinks,

    /// <summary>Save the account's own plan templates.</summary>
    KeepPlans,

    /// <summary>Save plan templates for everybody.</summary>
    KeepCommonPlans,

    /// <summary>Change the register of municipalities, which all share.</summary>
    ChangeRegister,

    /// <summary>See and erase what is stored about anybody, in all gatherings and accounts.</summary>
    HandlePersonalData,

    /// <summary>See all accounts, give somebody a new way in, close an account.</summary>
    HandleAccounts,

    /// <summary>See how the service runs, and take a copy.</summary>
    RunService,

    /// <summary>Change the account's password and end its sessions.</summary>
    HaveAccount,

    /// <summary>Take a role by a colleague's link.</summary>
    BeColleague,
}

/// <summary>Which role has which right: one table, so that all of it can be read and tested.</summary>
public static class ServiceRights
{
    public static bool May(ServiceRole role, ServiceRight right) => role switch
    {
        ServiceRole.Administrator => right is not ServiceRight.KeepPlans,
        ServiceRole.Organiser => right is not (
            ServiceRight.KeepCommonPlans or ServiceRight.ChangeRegister or ServiceRight.HandlePersonalData
            or ServiceRight.HandleAccounts or ServiceRight.RunService),
        _ => false,
    };
}
