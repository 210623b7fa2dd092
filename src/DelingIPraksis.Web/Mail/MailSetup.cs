using DelingIPraksis.Web.Access.Factors;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Mail;

internal static class MailSetup
{
    /// <summary>Adds the outbox and what sends it. Without a server, letters are only texts to copy.</summary>
    public static void AddMail(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>();
        services.AddSingleton<MailOutbox>();
        services.AddHostedService<MailSender>();
        services.AddSingleton<AccountMail>();
        services.AddSingleton<IAccountMail>(provider => provider.GetRequiredService<AccountMail>());
        services.AddHostedService(provider => provider.GetRequiredService<AccountMail>());
    }
}
