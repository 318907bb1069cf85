using System.Collections.Immutable;
using Samkjop.Documents;

namespace Samkjop.Publication;

/// <summary>What is published when, and what never is: the page that every package points at.</summary>
public static class PublicationPolicy
{
    private static readonly ImmutableArray<(Text When, Text What)> _rows =
    [
        (new("Runden åpner for behov", "The round opens for needs"), new("At det planlegges et kjøp, under hvilken innkjøpsordning, og fristene for behov.", "That a purchase is planned, under which purchasing system, and the deadlines for needs.")),
        (new("Invitasjonen sendes", "The invitation is released"), new("Delkontrakter, antall, klassifisering, kriterier med vekter og frister. Ikke hvem som er invitert.", "Lots, quantities, classification, criteria with weights and deadlines. Not who is invited.")),
        (new("Fristen flyttes, et spørsmål besvares", "The closing is moved, a question is answered"), new("Det samme som alle inviterte fikk vite, med begrunnelse. Ikke hvem som spurte.", "The same as all invited were told, with the reason. Not who asked.")),
        (new("Tilbudene er åpnet", "The bids are open"), new("Hvor mange som har gitt tilbud.", "How many have bid.")),
        (new("Meddelelsene om tildeling er sendt", "The award letters are sent"), new("Vinneren av delkontrakten og antall tilbud. Ikke prisen.", "The winner of the lot and the number of bids. Not the price.")),
        (new("Begge parter har signert", "Both parties have signed"), new("Kontraktens samlede verdi uten merverdiavgift.", "The contract's whole value ex VAT.")),
        (new("Bestilling og levering", "Orders and deliveries"), new("Antall kjøretøy per virksomhet, leveringsfrist, og når alt er mottatt.", "Vehicles per agency, when they are due, and when all are accepted.")),
        (new("Avlysning, eller ingen behov", "Cancellation, or no needs"), new("Begrunnelsen som alle fikk.", "The reason that all were given.")),
    ];

    /// <summary>The page.</summary>
    public static Html Page()
    {
        var title = new Text("Publisering etter Open Contracting Data Standard", "Publication by the Open Contracting Data Standard");
        return PrintStyle.Page(title, Html.Of($"""
            <h1>{title}</h1>
            <p class="lead">{new Text("Hver hendelse publiseres én gang, når den er offentlig, og endres aldri siden.", "Each event is published once, when it is public, and never changed.")}</p>
            <table>
            <thead><tr><th>{new Text("Når", "When")}</th><th>{new Text("Hva", "What")}</th></tr></thead>
            <tbody>{Html.Each(_rows, row => Html.Of($"<tr><td>{row.When}</td><td>{row.What}</td></tr>"))}</tbody>
            </table>
            <p class="box">{new Text("Aldri publisert: prisgrenser og budsjetter, hvem som ikke vant, deres priser, og pris per kjøretøy.", "Never published: price ceilings and budgets, who did not win, their prices, and prices per vehicle.")}</p>
            """));
    }
}
