namespace DelingIPraksis.Web.Access.Factors;

/// <summary>Letters to an account, which are stored nowhere: they hold a link that lets somebody in.</summary>
internal interface IAccountMail
{
    /// <summary>Whether there is a mail server.</summary>
    bool IsSet { get; }

    /// <summary>Sends a letter as soon as the server takes it. Never waits, and never throws.</summary>
    /// <param name="to">Where.</param>
    /// <param name="subject">Its subject, one line.</param>
    /// <param name="text">Its text.</param>
    /// <param name="until">When the letter is of no use any more, UTC. It is tried until then.</param>
    void Send(string to, string subject, string text, DateTimeOffset until);
}
