import { queryRule } from '../types.bicep'

@description('Required. Suffix of the names.')
param resourceToken string

@description('Required. Region of the rules: that of the workspace.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Workspace with the app\'s metrics and the storage account\'s logs.')
param workspaceId string

@description('Required. Application Insights that the readiness test reports to.')
param insightsId string

@description('Required. Who is told.')
param actionGroupId string

@description('Required. Event Grid\'s system topic.')
param topicId string

@description('Required. Address of the app.')
param appUri string

@description('Required. Whether the app\'s readiness is asked from outside every five minutes. Each question is paid for.')
param probeReadiness bool

// The app records gauges with each sweep, once an hour; two hours hold at least one. A gauge's record is one measurement, whose sum is its value.
var rules queryRule[] = [
  {
    name: 'stuck-rounds'
    displayName: 'A round is stuck'
    explanation: 'A round should have moved and has not. Nothing is lost: the documents hold the truth. Read the reason, then start its orchestrator again by its id; the sweep does so by itself when the orchestration is only missing.'
    severity: 1
    query: 'AppMetrics | where Name == "samkjop.rounds.stuck" | extend Reason = tostring(Properties["samkjop.reason"]) | summarize Stuck = max(Sum) by Reason'
    measure: 'Stuck'
    dimension: 'Reason'
    frequency: 'PT30M'
    window: 'PT2H'
  }
  {
    name: 'no-sweep'
    displayName: 'No sweep came to its end for two hours'
    explanation: 'Sweeps guarantee what the change feed only hastens: relays, nudges, starts. Nothing is lost, much may be late. See whether the app runs and what its sweep logs.'
    severity: 1
    query: 'AppMetrics | where Name == "samkjop.sweeps" and Sum > 0 | summarize Sweeps = count()'
    measure: 'Sweeps'
    operator: 'LessThan'
    threshold: 1
    frequency: 'PT30M'
    window: 'PT2H'
  }
  {
    name: 'relay-behind'
    displayName: 'Events wait for their relay'
    explanation: 'The oldest event that no audit log has yet is older than two hours. Nothing is lost; the sweep tries again every hour. See what the relay logs.'
    severity: 2
    query: 'AppMetrics | where Name == "samkjop.relay.pending.age" | summarize OldestSeconds = max(Sum)'
    measure: 'OldestSeconds'
    threshold: 7200
    frequency: 'PT30M'
    window: 'PT2H'
  }
  {
    name: 'failed-webhooks'
    displayName: 'Webhook deliveries fail'
    explanation: 'Webhooks that were accepted could not be applied. They are kept in the supplier\'s inbox and tried again by a sweep; see what the function ProcessWebhook logs.'
    severity: 2
    query: 'AppMetrics | where Name == "samkjop.webhooks.outcomes" and tostring(Properties["samkjop.outcome"]) == "failed" | summarize Failed = sum(Sum)'
    measure: 'Failed'
    frequency: 'PT15M'
    window: 'PT30M'
  }
  {
    name: 'rejected-webhooks'
    displayName: 'Webhook deliveries are rejected'
    explanation: 'More than ten webhooks within an hour were not accepted: a supplier signs with the wrong secret or clock, or somebody else tries. Nothing was kept of them; the verdict says what to tell the supplier.'
    severity: 3
    query: 'AppMetrics | where Name == "samkjop.webhooks.verdicts" | extend Verdict = tostring(Properties["samkjop.verdict"]) | where Verdict != "accepted" | summarize Rejected = sum(Sum) by Verdict'
    measure: 'Rejected'
    dimension: 'Verdict'
    threshold: 10
    frequency: 'PT30M'
    window: 'PT1H'
  }
  {
    name: 'poison-messages'
    displayName: 'A message was given up'
    explanation: 'A message failed five times and lies on a poison queue. It is kept there for seven days; the hourly reconciliation does the same work from the documents. See why it failed, then delete the message.'
    severity: 1
    query: 'union isfuzzy=true (StorageQueueLogs | where OperationName == "PutMessage" and StatusCode == 201 and Uri has "-poison" | project Queue = tostring(split(parse_url(Uri).Path, "/")[1]), Messages = 1.0), (AppMetrics | where Name == "samkjop.queues.poisoned" | project Queue = tostring(Properties["samkjop.queue"]), Messages = Sum) | summarize Messages = max(Messages) by Queue'
    measure: 'Messages'
    dimension: 'Queue'
    frequency: 'PT15M'
    window: 'PT2H'
  }
  {
    name: 'not-ready'
    displayName: 'The app is not ready'
    explanation: 'GET /api/health/ready did not answer 200 three times within a quarter of an hour. Its answer names the part that does not work; requests that need that part get 503 and lose nothing.'
    severity: 1
    query: 'union isfuzzy=true (AppRequests | where (Name has "GetReadiness" or Url has "/health/ready") and ResultCode != "200" | project TimeGenerated), (AppAvailabilityResults | where Success == false | project TimeGenerated) | summarize Failures = count()'
    measure: 'Failures'
    threshold: 2
    frequency: 'PT5M'
    window: 'PT15M'
  }
]

module queryAlerts 'query-alert.bicep' = [
  for rule in rules: {
    name: 'alert-${rule.name}'
    params: {
      name: 'alert-${rule.name}-${resourceToken}'
      displayName: rule.displayName
      explanation: rule.explanation
      location: location
      tags: tags
      workspaceId: workspaceId
      actionGroupId: actionGroupId
      severity: rule.severity
      query: rule.query
      measure: rule.measure
      dimension: rule.?dimension
      operator: rule.?operator
      threshold: rule.?threshold
      frequency: rule.frequency
      window: rule.window
    }
  }
]

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-undelivered-uploads-${resourceToken}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid could not put an upload on the queue for a day. The event lies in the container undelivered-events; the hourly reconciliation registers the upload by listing, with the time at which the store committed it.'
    enabled: true
    severity: 2
    scopes: [topicId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = if (probeReadiness) {
  name: 'readiness-${resourceToken}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'readiness-${resourceToken}'
    Name: 'Readiness'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'emea-gb-db3-azr' }]
    Request: { RequestUrl: '${appUri}/api/health/ready', HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}
