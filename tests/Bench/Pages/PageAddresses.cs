using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RbcBot.Tests.Bench.Pages;

/// <summary>Every address of the console that is read, with ids that there are.</summary>
static class PageAddresses
{
    /// <summary>Long work, measured elsewhere, and what is no page.</summary>
    static readonly string[] NotMeasured = ["export.", "audit.csv", "{**path}", "/simulator", "/files/", "/console/language", "/sign-in", "/first", "/invitation", "/accounts/{id}", "versions/{version}", ".css", ".js"];

    static readonly string[] More =
    [
        "/console/rounds/B1/answers?page=600", "/console/rounds/B1/answers?state=Running&language=rw", "/console/rounds/B1/answers?q=kigo", "/console/rounds/B1/answers?q=nothingsaidso",
        "/console/applications?page=60", "/console/applications?district=0204", "/console/applications?q=kamuha", "/console/channels?kind=Never", "/console/report?lang=fr",
        "/console/people?q=0788123456", "/console/people?district=0204&round=B1&state=Submitted", "/console/people?sort=day&page=900", "/console/search?q=kamuha", "/console/search?q=epi",
    ];

    public static IReadOnlyList<string> Of(WebApplication app, PageSample sample) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => endpoint.RoutePattern.RawText ?? "")
            .Where(path => path.StartsWith("/console", StringComparison.Ordinal) && !NotMeasured.Any(part => path.Contains(part, StringComparison.Ordinal)))
            .Distinct().Select(path => Filled(path, sample)).Concat(More),
    ];

    static string Filled(string path, PageSample sample) => path
        .Replace("/applications/{session}", "/applications/" + Uri.EscapeDataString(sample.Application), StringComparison.Ordinal)
        .Replace("{session}", Uri.EscapeDataString(sample.Interview), StringComparison.Ordinal)
        .Replace("/alerts/{id}", "/alerts/" + Uri.EscapeDataString(sample.Alert), StringComparison.Ordinal)
        .Replace("/selection/{id}", "/selection/20260101-080000-000", StringComparison.Ordinal)
        .Replace("{person}", Uri.EscapeDataString(sample.Person), StringComparison.Ordinal)
        .Replace("{code}", "B1", StringComparison.Ordinal)
        .Replace("{module}", "epilepsy", StringComparison.Ordinal);
}
