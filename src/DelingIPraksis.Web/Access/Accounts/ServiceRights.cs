namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>What somebody is to the whole service, apart from every gathering.</summary>
public enum ServiceRole
{
    /// <summary>Nobody has signed in.</summary>
    Stranger,

    /// <summary>Somebody who tries the demo: rights in the own demo gathering, and nowhere else.</summary>
    DemoVisitor,

    /// <summary>Somebody with an account.</summary>
    Organiser,

    /// <summary>Who runs the service: the first organiser, and those that the command line appoints.</summary>
    Administrator,
}

/// <summary>What belongs to the service and to no one gathering.</summary>
public enum ServiceRight
{
    /// <summary>Make a gathering that is no demo, or take one in from a file.</summary>
    MakeGathering,

    /// <summary>Let the server ask other addresses whether they answer.</summary>
    CheckLinks,

    /// <summary>Keep plans of one's own.</summary>
    KeepPlans,

    /// <summary>Keep plans that everybody is offered.</summary>
    KeepCommonPlans,

    /// <summary>Change the register of municipalities, which is one for all.</summary>
    ChangeRegister,

    /// <summary>Have a password to change, and sessions to end.</summary>
    HaveAccount,

    /// <summary>Take a role that a colleague offers by a link.</summary>
    BeColleague,
}

/// <summary>Which role may do what: one table, so that it can be read and tested whole.</summary>
public static class ServiceRights
{
    /// <summary>Whether a role may.</summary>
    public static bool May(ServiceRole role, ServiceRight right) => role switch
    {
        ServiceRole.Administrator => right is not ServiceRight.KeepPlans,
        ServiceRole.Organiser => right is not (ServiceRight.KeepCommonPlans or ServiceRight.ChangeRegister),
        _ => false,
    };
}
