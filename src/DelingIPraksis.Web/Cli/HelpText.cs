using System.Text;

namespace DelingIPraksis.Web.Cli;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    public static string Write(CliCommand command) => $"{command.Usage}{Environment.NewLine}{command.Name}: {command.Description}";

    public static string Write()
    {
        var text = new StringBuilder("""
            Deling i praksis: kommuner som møtes, lærer av hverandre og skriver rapporten sammen.

            Bruk: ./run [valg]

            Valg (miljøvariabel som gjør det samme i parentes):
              --urls ADRESSE     hvor tjenesten svarer; flere skilles med semikolon      (DELING_URLS)
                                 uten valget: http://localhost:5080
              --address ADRESSE  den offentlige adressen, i lenker og QR-koder           (DELING_ADDRESS)
                                 som https://deling.kommune.no eller https://kommune.no/deling
              --data MAPPE       hvor alt lagres: databasen, filer og nøkler              (DELING_DATA)
                                 uten valget: mappa data ved siden av programmet
              --database TEKST   bruk PostgreSQL: «Host=…;Database=…;Username=…;Password=…» (DELING_DATABASE)
                                 uten valget: SQLite i datamappa. Passordet hører hjemme i miljøet, ikke her
              --no-demo          start uten demosamlingen                                (DELING_NO_DEMO=1)
              --culture SPRÅK    nb, nn eller en, for dem nettleseren ikke taler for     (DELING_CULTURE)
                                 uten valget: nb
              --help             denne teksten

            Det samme kan stå i appsettings.json under «Deling». Kommandolinja går foran miljøet, miljøet foran fila.

            Uten --database er databasen SQLite, i fila deling.db i datamappa. Med --database ligger alt som skrives og nøklene,
            i PostgreSQL, mens filer som lastes opp, fortsatt ligger i datamappa. Mappa kan bare brukes av én om gangen, og skal ligge
            på en disk i maskinen, ikke på en nettverksdisk. Kopier aldri fila mens tjenesten går: bruk backup.
            Bare brukeren som tjenesten går som, kan lese mappa. Første lenke og koder til demoen skrives ut ved hver start.

            Helse: /health/live svarer når prosessen lever, /health/ready når den kan lese og lagre.
            Stopp med Ctrl+C eller SIGTERM. Det som er bekreftet lagret, er på disken også om maskinen slås av.

            Svar til den som starter: 0 ferdig, 1 det gikk ikke (grunnen står på standard feil), 2 feil bruk.
            """);
        if (Commands.All.Count > 0) text.AppendLine().AppendLine().AppendLine("Gjøremål uten at tjenesten går:");
        foreach (var command in Commands.All) text.Append("  ").Append(command.Form.PadRight(18)).AppendLine(command.Description);
        return text.ToString().TrimEnd();
    }
}
