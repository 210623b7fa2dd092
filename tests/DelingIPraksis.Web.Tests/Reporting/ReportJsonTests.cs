using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class ReportJsonTests
{
    [Fact]
    public async Task The_archive_is_written_whole() => Assert.Equal(
        """
        {
          "format": "deling-i-praksis/rapport",
          "version": 1,
          "edition": "arkiv",
          "gathering": {
            "network": "Kortreist Kvalitet",
            "networkAbout": "Et nettverk av kommuner.",
            "title": "Kortreist samling 7. juni 2021",
            "number": 5,
            "date": "2021-06-07",
            "host": "Stad kommune",
            "place": "Digitalt",
            "language": "nb"
          },
          "texts": {
            "about": "Stad var vert.\n\nRapporten samler innleggene.",
            "closing": "Takk for dagen.",
            "welcome": "Ordføreren ønsket velkommen.",
            "workshop": "Kommunene satt sammen to og to."
          },
          "blocks": [
            {
              "title": "Bolk 1: Kortreiste sirkler",
              "introduction": "Fire innlegg.",
              "hasWorkshop": true,
              "talks": [
                {
                  "title": "Biogass i Viken",
                  "speakers": [
                    {
                      "name": "Tord Araldsen",
                      "organisation": "Viken fylkeskommune"
                    },
                    {
                      "name": "Kari Nordmann",
                      "organisation": ""
                    }
                  ],
                  "summary": "Om å gjere meir av avfallet. Det er ikkje vanskeleg, seier dei.",
                  "presentation": "https://eksempel.no/biogass%20(1).pdf"
                }
              ]
            }
          ],
          "workshop": {
            "theme": "sirkulærøkonomi",
            "groups": [
              {
                "members": [
                  "Stad",
                  "Arendal"
                ],
                "contributions": [
                  {
                    "party": "Stad",
                    "texts": {
                      "challenge": "Alt går i containeren."
                    },
                    "feedback": [
                      {
                        "from": "Arendal",
                        "replies": {
                          "recognise": "Slik er det hos oss også."
                        },
                        "answer": "Vi inviterer dere på befaring."
                      }
                    ],
                    "commitment": {
                      "what": "Kartlegge én skole",
                      "owner": "Eiendomssjefen",
                      "by": "2021-10-01"
                    }
                  },
                  {
                    "party": "Arendal",
                    "texts": {},
                    "feedback": []
                  }
                ]
              },
              {
                "members": [
                  "Bergen",
                  "Guovdageaidnu - Kautokeino"
                ],
                "contributions": [
                  {
                    "party": "Bergen",
                    "texts": {},
                    "feedback": []
                  },
                  {
                    "party": "Guovdageaidnu - Kautokeino",
                    "texts": {},
                    "feedback": []
                  }
                ]
              }
            ]
          },
          "barriers": [
            {
              "text": "Det mangler lager og måling",
              "sources": [
                "00000005000000000000000000000001",
                "00000005000000000000000000000003"
              ]
            },
            {
              "text": "Folk kaster mer",
              "sources": []
            }
          ],
          "opportunities": [
            {
              "text": "Gå sammen med frivilligheten",
              "sources": [
                "00000005000000000000000000000002"
              ]
            }
          ],
          "asks": [],
          "sections": [],
          "notes": [
            {
              "kind": "barrier",
              "text": "Vi mangler et lager",
              "votes": 1,
              "usedIn": [
                {
                  "list": "barrier",
                  "number": 1
                }
              ],
              "origin": {
                "id": "00000005000000000000000000000001",
                "party": "Stad",
                "group": [
                  "Stad",
                  "Arendal"
                ],
                "at": "2021-06-07T08:12:30+00:00",
                "agreedBy": [
                  "Arendal"
                ]
              }
            },
            {
              "kind": "opportunity",
              "text": "Spør frivilligsentralen\nDe har lokaler",
              "votes": 0,
              "usedIn": [
                {
                  "list": "opportunity",
                  "number": 1
                }
              ],
              "origin": {
                "id": "00000005000000000000000000000002",
                "party": "Arendal",
                "group": [
                  "Stad",
                  "Arendal"
                ],
                "at": "2021-06-07T08:12:31+00:00",
                "agreedBy": []
              }
            },
            {
              "kind": "barrier",
              "text": "=Ingen måler",
              "votes": 0,
              "usedIn": [
                {
                  "list": "barrier",
                  "number": 1
                }
              ],
              "origin": {
                "id": "00000005000000000000000000000003",
                "party": "Guovdageaidnu - Kautokeino",
                "group": [
                  "Bergen",
                  "Guovdageaidnu - Kautokeino"
                ],
                "at": "2021-06-07T08:12:32+00:00",
                "agreedBy": []
              }
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        await Written.TextAsync(new ReportJsonFile(), SampleGathering.Whole().Now, attributed: true));

    [Fact]
    public async Task The_publication_tells_nothing_of_where_a_note_comes_from()
    {
        var text = await Written.TextAsync(new ReportJsonFile(), SampleGathering.Whole().Now, attributed: false);
        Assert.All(["origin", "sources", "contributions", "Eiendomssjefen", "containeren"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Hostile_text_comes_back_letter_for_letter(string text)
    {
        var gathering = Hostile.Everywhere(text);
        var written = await Written.TextAsync(new ReportJsonFile(), gathering, attributed: true);
        Assert.DoesNotContain('<', written);
        var read = JsonSerializer.Deserialize<ReportJson>(written, ReportJsonFile.Options)!;
        var kept = new PlainText(text).Value;
        Assert.All(read.Barriers.Concat(read.Opportunities), point => Assert.Equal(kept, point.Text));
        Assert.All(read.Notes, note => Assert.Equal(kept, note.Text));
        Assert.Equal(written, JsonSerializer.Serialize(read, ReportJsonFile.Options));
    }

    [Fact]
    public async Task Every_letter_of_Unicode_comes_back()
    {
        var sample = SampleGathering.Begun();
        foreach (var piece in HostileTexts.AllOfUnicode().Take(400)) sample.AddPoint(sample.Now.Points.Count + 1, Domain.GroupWork.NoteKind.Barrier, $"x{piece}x");
        var read = JsonSerializer.Deserialize<ReportJson>(await Written.TextAsync(new ReportJsonFile(), sample.Now, attributed: false), ReportJsonFile.Options)!;
        Assert.Equal(GatheringReport.Of(sample.Now, false).Barriers.Select(point => point.Text.Value), read.Barriers.Select(point => point.Text));
    }
}
