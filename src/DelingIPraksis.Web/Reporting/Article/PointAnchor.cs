using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Web.Reporting.Article;

/// <summary>
/// The place of a point on the page of its report. It is made of the point's own id, so that an address that somebody has written down
/// leads to the same point after corrections, also when the point has another text or stands elsewhere.
/// </summary>
public static class PointAnchor
{
    /// <summary>«punkt-» and the id.</summary>
    public static string Of(Id<Point> point) => $"punkt-{point}";
}
