@description('Required. Name of the rule.')
param name string

@description('Required. What people read first when it fires.')
param displayName string

@description('Required. What has happened, what is kept and what to do.')
param explanation string

@description('Required. Region of the rule: that of the workspace.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Workspace that is asked.')
param workspaceId string

@description('Required. Who is told.')
param actionGroupId string

@description('Required. 0 critical, 1 error, 2 warning, 3 informational.')
@minValue(0)
@maxValue(3)
param severity int

@description('Required. KQL that ends with one column of numbers.')
param query string

@description('Required. The column of numbers.')
param measure string

@description('Optional. Column by which findings are told apart.')
param dimension string = ''

@description('Optional. How the column compares with the threshold.')
param operator 'GreaterThan' | 'LessThan' = 'GreaterThan'

@description('Optional. The threshold.')
param threshold int = 0

@description('Required. How often the question is asked, as an ISO 8601 duration.')
param frequency string

@description('Required. How far back it looks, as an ISO 8601 duration.')
param window string

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: displayName
    description: explanation
    enabled: true
    severity: severity
    scopes: [workspaceId]
    evaluationFrequency: frequency
    windowSize: window
    autoMitigate: true
    // A new workspace has no tables before the first record.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: query
          metricMeasureColumn: measure
          timeAggregation: 'Maximum'
          operator: operator
          threshold: threshold
          dimensions: empty(dimension) ? [] : [{ name: dimension, operator: 'Include', values: ['*'] }]
          failingPeriods: { minFailingPeriodsToAlert: 1, numberOfEvaluationPeriods: 1 }
        }
      ]
    }
    actions: { actionGroups: [actionGroupId] }
  }
}
