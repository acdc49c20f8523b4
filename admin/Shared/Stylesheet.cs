using System.Text;
using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.Shared;

/// <summary>The stylesheets.</summary>
static class Stylesheet
{
    static readonly Asset Console = new("console.css", "text/css; charset=utf-8"), Report = new("report.css", "text/css; charset=utf-8");

    public static string Address => Console.Address;

    public static string ReportAddress => Report.Address;

    /// <summary>The report's rules as text, for the file that stands alone.</summary>
    public static string ReportRules { get; } = Encoding.UTF8.GetString(Report.Bytes);

    public static void MapStylesheet(IEndpointRouteBuilder console)
    {
        Console.Map(console);
        Report.Map(console);
    }
}
